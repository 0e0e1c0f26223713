import type { Attempt, Delivery } from './webhook-client.ts';

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The attempt as a command. Its signature is of then: whoever checks its age must be told. */
export function curlOfAttempt({ request: { url, headers, body } }: Attempt): string {
  return [
    `curl -X POST ${quoted(url)}`,
    ...headers
      .filter(({ name }) => !/^(?:host|content-length|connection)$/.test(name))
      .map(({ name, value }) => `  -H ${quoted(`${name}: ${value}`)}`),
    `  --data-raw ${quoted(body)}`,
  ].join(' \\\n');
}

/** The attempt as JSON that a test can read: what a handler is given. */
export function fixtureOf({ eventType }: Delivery, { request: { headers, body } }: Attempt): string {
  const sent = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  return JSON.stringify({ eventType, method: 'POST', headers: sent, body }, null, 2);
}
