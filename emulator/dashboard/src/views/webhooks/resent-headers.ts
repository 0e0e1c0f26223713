import { leftOut, unsent } from '../../journal/curl.ts';

type Headers = Readonly<Record<string, string>>;

/** Written anew for each sending. */
const signed = /^webhook-(?:timestamp|signature)$/;

/** The headers of an attempt that may be sent again, a line each: what the client sets itself and what was not kept are not. */
export function headerLines(headers: Headers): string {
  return Object.entries(headers)
    .filter(([name, value]) => !unsent.test(name) && !signed.test(name) && value !== leftOut)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

/** Names of headers that were sent and not kept: they hold what lets the platform in. */
export function leftOutNames(headers: Headers): string[] {
  return Object.keys(headers).filter((name) => headers[name] === leftOut);
}

/** @throws {Error} for a line that is no header. */
export function headersOf(lines: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of lines.split('\n')) {
    if (line.trim() === '') continue;
    const [, name, value = ''] = /^\s*([!#$%&'*+.^_`|~\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`"${line}" is no header: a name, a colon, and a value.`);
    headers[name.toLowerCase()] = value;
  }
  return headers;
}
