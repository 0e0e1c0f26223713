import { currencyExponent } from './currency-exponent.ts';

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
  const { format, exponent } = formatOf(currency, locale);
  // Intl formats decimal texts exactly; TypeScript's own declaration of that is narrower than the standard.
  return format.format(decimalText(amount, exponent) as `${number}`);
}

interface CurrencyFormat {
  readonly format: Intl.NumberFormat;
  readonly exponent: number;
}

/** As many as a store has locales and currencies. Making one costs more than using it a hundred times. */
const formats = new Map<string, CurrencyFormat>();

function formatOf(currency: string, locale: string): CurrencyFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const made = { format, exponent: currencyExponent(currency) };
  formats.set(key, made);
  return made;
}

/** Minor units as a decimal with a point: `1234.56`, the form of machines. */
export function decimalText(amount: number, exponent: number): string {
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return exponent === 0
    ? `${sign}${digits}`
    : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
