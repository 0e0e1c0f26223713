import { unitsOf } from '../money/money.ts';
import type { Authorization } from './payment.ts';

export const mostCaptures = 10;

/** How much may be taken in all of what was authorized: 15 % more, and never 75 more. In the smallest unit. */
export function allowedTotal(currency: string, authorized: number): number {
  return Math.min(Math.floor(authorized * 1.15), authorized + unitsOf(currency, 75));
}

export function statusAfterCapture(
  authorized: number,
  total: number,
  isFinal: boolean,
): Authorization['status'] {
  return isFinal || total >= authorized ? 'CAPTURED' : 'PARTIALLY_CAPTURED';
}
