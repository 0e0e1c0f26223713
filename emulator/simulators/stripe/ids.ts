import { randomInt } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits that nobody can guess. */
export function randomText(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

/** `newId('pi_3')` gives `pi_3` and 23 more, as long as Stripe's. */
export function newId(prefix: string, length = 23): string {
  return `${prefix}${randomText(length)}`;
}

let last = 0;

/** Rises with every call, also over restarts: puts objects of one second in the order in which they were made. */
export function nextSequence(): number {
  last = Math.max(last + 1, Date.now() * 1000);
  return last;
}
