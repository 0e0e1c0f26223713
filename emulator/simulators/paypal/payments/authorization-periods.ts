import type { Authorization } from './payment.ts';

const day = 86_400_000;
/** For how long the money is set aside for sure. */
const honourDays = 3;
/** For how long an authorization can be captured at all. */
const validDays = 29;

type Dated = Pick<Authorization, 'authorizedAt'>;

function after({ authorizedAt }: Dated, days: number): Date {
  return new Date(new Date(authorizedAt).getTime() + days * day);
}

export function expiryOf(authorization: Dated): Date {
  return after(authorization, validDays);
}

export function isExpired(authorization: Dated, now: Date): boolean {
  return now >= expiryOf(authorization);
}

/** Whether the first honour period is over: before that a reauthorization is refused. */
export function canReauthorizeAt(authorization: Dated, now: Date): boolean {
  return now >= after(authorization, honourDays);
}
