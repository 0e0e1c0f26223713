import { currencyExponent } from '../../../../../runtime/money/index.ts';

/** An amount in minor units, as a reader of this browser's language writes it. */
export function formatMoney(amount: number, currency: string): string {
  const digits = currencyExponent(currency);
  const format = new Intl.NumberFormat(undefined, {
    ...{ style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
  return format.format(amount / 10 ** digits);
}
