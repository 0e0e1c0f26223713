import { unitsOf } from './money.ts';

/** Of every payment, as PayPal charges merchants in the US for its checkout. */
const rate = 0.0349;
/** In the payment's own currency; PayPal has a list of its own for each, which is not simulated. */
const fixed = 0.49;

/** PayPal's fee for a captured amount, both in the smallest unit; rounded half up, and never above the amount. */
export function feeFor(currency: string, amount: number): number {
  const fixedFee = unitsOf(currency, fixed);
  return Math.min(amount, Math.round(amount * rate) + fixedFee);
}
