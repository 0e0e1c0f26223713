import { currencyExponent } from '../../../../runtime/money/index.ts';

/** Currencies that Stripe counts in whole units. @see https://docs.stripe.com/currencies#zero-decimal */
const wholeUnits: readonly string[] = [
  ...['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA'],
  ...['PYG', 'RWF', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
];

/** An amount of Stripe's wire: `1999, 'eur'` is `€19.99`. */
export function moneyText(amount: number, currency: string): string {
  const code = currency.toUpperCase();
  const digits = wholeUnits.includes(code) ? 0 : Math.max(2, currencyExponent(code));
  const format = new Intl.NumberFormat('en', {
    ...{ style: 'currency', currency: code, minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
  return format.format(amount / 10 ** digits);
}
