import { paymentProblems } from '../../contract/payments/index.ts';
import { problem } from '../../contract/problem.ts';
import { currencyExponent, decimalOf } from '../../money/index.ts';

/** Whose amounts are whole units at Stripe. UGX and ISK are not of them, though they have no smaller unit any more. */
const wholeUnits: readonly string[] = [
  ...['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA'],
  ...['PYG', 'RWF', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
];

/** Digits that Stripe has more than we: 0 for EUR, JPY and KWD, 2 for ISK, -2 for MGA. */
function moreDigits(currency: string): number {
  const ours = currencyExponent(currency);
  return (wholeUnits.includes(currency.toUpperCase()) ? 0 : Math.max(2, ours)) - ours;
}

/**
 * An amount of ours as Stripe counts it: where a currency has no smaller unit, Stripe may still want one.
 * @throws {Problem} `payment_provider_refused` for parts of an ariary, which Stripe doesn't take.
 * @see https://docs.stripe.com/currencies#minor-units
 */
export function stripeAmount(amount: number, currency: string): number {
  const more = moreDigits(currency);
  if (more >= 0) return amount * 10 ** more;
  const whole = amount / 10 ** -more;
  if (Number.isInteger(whole)) return whole;
  throw problem(paymentProblems.providerRefused, {
    detail: `Stripe takes whole amounts of ${currency} alone, not ${decimalOf(amount, currency)}.`,
    details: { provider: 'stripe', providerCode: null },
  });
}

/** An amount of Stripe's as we count it. */
export function amountOfStripe(amount: number, currency: string): number {
  const more = moreDigits(currency);
  return more >= 0 ? Math.round(amount / 10 ** more) : amount * 10 ** -more;
}
