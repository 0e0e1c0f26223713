import type { PaymentDocument } from './payment-facts.ts';

const second = 1000;

/** The shopper's own retry goes before ours for as long. */
const startPatience = 600 * second;
const first = 30 * second;
const longest = 6 * 3600 * second;

/** A hold ends at the provider: what became of it is read a little later. */
const grace = 60 * second;

/** Milliseconds until the next try: half a minute, then twice as long each time, up to six hours. */
export function retryDelay(attempts: number): number {
  return Math.min(longest, first * 2 ** Math.min(attempts, 20));
}

const waiting: readonly string[] = ['pending', 'requires_action', 'failed'];

/** When the clock has to look at a payment again; null where nothing is open about it. */
export function nextLook(
  payment: Pick<
    PaymentDocument,
    'wanted' | 'attempts' | 'refundPending' | 'state' | 'expiresAt' | 'capturable'
  >,
  now: Date,
): string | null {
  const { wanted, attempts, refundPending, state, expiresAt, capturable } = payment;
  const after = (milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString();
  if (wanted?.kind === 'start' && attempts === 0) return after(startPatience);
  if (wanted !== null || refundPending > 0) return after(retryDelay(attempts));
  if (expiresAt === null) return null;
  const isOver = Date.parse(expiresAt) <= now.getTime();
  if (waiting.includes(state) || (state === 'authorized' && capturable > 0)) {
    if (isOver) return after(retryDelay(attempts));
    return new Date(Date.parse(expiresAt) + (state === 'authorized' ? grace : 0)).toISOString();
  }
  return null;
}
