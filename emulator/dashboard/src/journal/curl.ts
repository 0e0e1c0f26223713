import type { OpenedEntry } from './journal-client.ts';

/** Set by the client itself, or of a moment that has passed. */
export const unsent =
  /^(?:host|connection|content-length|accept-encoding|traceparent|user-agent|accept-language|sec-.*|referer|origin|cookie|keep-alive|transfer-encoding|te)$/;
/** Stands in the place of a header of an endpoint's own. */
export const leftOut = '(left out)';

/** `'` ends the quotation, stands for itself, and begins the next. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function headerOf(name: string, value: string): string {
  if (name !== 'authorization') return quoted(`${name}: ${value}`);
  // The shell fills the key in, so that none stands in a history or in a chat. It would run what else stands here, and
  // anybody can send such a header to a catch-all URL.
  const [scheme = ''] = value.split(' ');
  return `"authorization: ${/^[\w-]+$/.test(scheme) ? scheme : 'Bearer'} $HP_KEY"`;
}

interface SentMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly text: string; readonly isCut: boolean } | null;
}

/** The command that sends a message again; undefined where not all of it was kept. */
export function curlCommand({ method, url, headers, body }: SentMessage): string | undefined {
  if (body?.isCut) return undefined;
  const sent = Object.entries(headers).filter(([name, value]) => !unsent.test(name) && value !== leftOut);
  return [
    `curl -X ${method} ${quoted(url)}`,
    ...sent.map(([name, value]) => `  -H ${headerOf(name, value)}`),
    ...(body?.text ? [`  --data-raw ${quoted(body.text)}`] : []),
  ].join(' \\\n');
}

/** The command for an entry's request; undefined for what is no request. */
export function curlOf({ detail }: OpenedEntry, base: string): string | undefined {
  const { method = 'POST', path, url, request } = detail;
  const address = url ?? (path === undefined ? undefined : `${base}${path}`);
  return address === undefined || !request ? undefined : curlCommand({ method, url: address, ...request });
}
