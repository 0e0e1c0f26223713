import { createHash, randomBytes, randomInt } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function letters(count: number): string {
  return Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** Of orders, authorizations, captures, refunds and webhooks: `5O190127TN364715T`. */
export function newId(): string {
  return letters(17);
}

/** `WH-58D329510W468432D-8HN650336L201105X` */
export function newEventId(): string {
  return `WH-${letters(17)}-${letters(17)}`;
}

/** Of disputes in the sandbox: `PP-R-OVQ-10070523`. */
export function newDisputeId(): string {
  return `PP-R-${letters(3)}-${randomInt(10_000_000, 100_000_000)}`;
}

/** What `Paypal-Debug-Id` and `debug_id` carry: `90957fca61718`. */
export function newDebugId(): string {
  return randomBytes(7).toString('hex').slice(0, 13);
}

/** The same 13 characters for the same text, so that a buyer is the same payer each time. */
export function accountId(text: string): string {
  const bytes = createHash('sha256').update(text.toLowerCase()).digest();
  return Array.from(bytes.subarray(0, 13), (byte) => alphabet[byte % alphabet.length]).join('');
}
