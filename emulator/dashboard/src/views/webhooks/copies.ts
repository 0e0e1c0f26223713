import { curlCommand } from '../../journal/curl.ts';
import type { Attempt, Delivery } from './webhook-client.ts';

export function recordOf(headers: Attempt['request']['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(headers.map(({ name, value }) => [name, value]));
}

/** The attempt as a command. Its signature is of then: whoever checks its age must be told. */
export function curlOfAttempt({ request: { url, headers, body } }: Attempt): string | undefined {
  return curlCommand({ method: 'POST', url, headers: recordOf(headers), body: { text: body, isCut: false } });
}

/** The attempt as JSON that a test can read: what a handler is given. */
export function fixtureOf({ eventType }: Delivery, { request: { headers, body } }: Attempt): string {
  return JSON.stringify({ eventType, method: 'POST', headers: recordOf(headers), body }, null, 2);
}
