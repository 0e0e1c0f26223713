import { currencyExponent, decimalOf } from '../money/index.ts';
import { Formats } from './formats.ts';

export interface MoneyAmount {
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

const formats = new Formats<Intl.NumberFormat>();

/** With as many digits as are counted: Intl's own number of them is that of the data it came with. */
function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const digits = currencyExponent(currency);
  return new Intl.NumberFormat(locale, {
    ...{ style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
}

/**
 * An amount as people of a locale write it, digit by digit: no amount is ever a floating-point number.
 *
 * @example
 * formatMoney({ amount: 123456, currency: 'EUR' }, 'de'); // 1.234,56 €
 */
export function formatMoney({ amount, currency }: MoneyAmount, locale: string): string {
  const format = formats.of(`${locale} ${currency}`, () => formatOf(currency, locale));
  // Intl formats decimal texts exactly; TypeScript's own declaration of that is narrower than the standard.
  return format.format(decimalOf(amount, currency) as `${number}`);
}
