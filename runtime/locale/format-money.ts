import { currencyExponent, decimalOf } from '../money/index.ts';

export interface MoneyAmount {
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

/**
 * An amount as people of a locale write it, digit by digit: no amount is ever a floating-point number.
 *
 * @example
 * formatMoney({ amount: 123456, currency: 'EUR' }, 'de'); // 1.234,56 €
 */
export function formatMoney({ amount, currency }: MoneyAmount, locale: string): string {
  // Intl formats decimal texts exactly; TypeScript's own declaration of that is narrower than the standard.
  return formatOf(currency, locale).format(decimalOf(amount, currency) as `${number}`);
}

/** As many as a store has locales and currencies. Making one costs more than using it a hundred times. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known) return known;
  // As many as are counted: Intl's own number of digits is that of the data it came with.
  const digits = currencyExponent(currency);
  const made = new Intl.NumberFormat(locale, {
    ...{ style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
  formats.set(key, made);
  return made;
}
