import type { OpenedEntry } from './journal-client.ts';

/** Set by the client itself, or of a moment that has passed. */
const unsent =
  /^(?:host|connection|content-length|accept-encoding|traceparent|user-agent|accept-language|sec-.*|referer|origin|cookie|keep-alive|transfer-encoding|te)$/;

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

/** The command that sends an entry's request again; undefined for what is no request. */
export function curlOf({ detail }: OpenedEntry, base: string): string | undefined {
  const { method = 'POST', path, url, request } = detail;
  const address = url ?? (path === undefined ? undefined : `${base}${path}`);
  if (address === undefined || !request) return undefined;
  const headers = Object.entries(request.headers).filter(([name]) => !unsent.test(name));
  return [
    `curl -X ${method} ${quoted(address)}`,
    ...headers.map(([name, value]) => `  -H ${headerOf(name, value)}`),
    ...(request.body?.text ? [`  --data-raw ${quoted(request.body.text)}`] : []),
  ].join(' \\\n');
}
