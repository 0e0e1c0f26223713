import { fractionDigits } from './fraction-digits.ts';

/** An amount in minor units, as prices and money attributes have it. */
export interface Money {
  readonly amount: number;
  /** ISO 4217 code. */
  readonly currency: string;
}

/** `{ amount: 1999, currency: 'EUR' }` is €19.99, and `{ amount: 1999, currency: 'JPY' }` is ¥1,999. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const digits = fractionDigits(currency);
  const format = new Intl.NumberFormat(locale, {
    ...{ style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
  return format.format(amount / 10 ** digits);
}
