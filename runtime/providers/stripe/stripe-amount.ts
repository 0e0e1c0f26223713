import { currencyExponent } from '../../money/index.ts';

/** Whose amounts are whole units at Stripe. UGX and ISK are not of them, though they have no smaller unit any more. */
const wholeUnits: readonly string[] = [
  ...['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA'],
  ...['PYG', 'RWF', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
];

/** How many of Stripe's units are one of ours: 1 for EUR, JPY and KWD, 100 for HUF and ISK. */
function scaleOf(currency: string): number {
  const ours = currencyExponent(currency);
  const theirs = wholeUnits.includes(currency.toUpperCase()) ? 0 : Math.max(2, ours);
  return 10 ** (theirs - ours);
}

/**
 * An amount of ours as Stripe counts it: where a currency has no smaller unit in use, Stripe may still want one.
 * @see https://docs.stripe.com/currencies#minor-units
 */
export function stripeAmount(amount: number, currency: string): number {
  return amount * scaleOf(currency);
}

/** An amount of Stripe's as we count it. */
export function amountOfStripe(amount: number, currency: string): number {
  return Math.round(amount / scaleOf(currency));
}
