import { usage } from '../cli-error.ts';

/** `localhost:3000/hooks` → `http://localhost:3000/hooks`. Throws on what is no address of a web server. */
export function checkedUrl(text: string, where: string): string {
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const isWeb = URL.canParse(full) && /^https?:$/.test(new URL(full).protocol);
  if (isWeb) return new URL(full).href;
  throw usage('bad_url', `${where}: ${text} is not a URL that webhooks can be sent to.`, {
    fix: 'Write it as http://localhost:3000/webhooks.',
  });
}
