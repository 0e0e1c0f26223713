import { decimalOf } from '../money/index.ts';
import { Formats } from './formats.ts';

export interface MoneyAmount {
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

const formats = new Formats<Intl.NumberFormat>();

/**
 * An amount as people of a locale write it, digit by digit: no amount is ever a floating-point number.
 *
 * @example
 * formatMoney({ amount: 123456, currency: 'EUR' }, 'de'); // 1.234,56 €
 */
export function formatMoney({ amount, currency }: MoneyAmount, locale: string): string {
  // Intl formats decimal texts exactly; TypeScript's own declaration of that is narrower than the standard.
  const make = () => new Intl.NumberFormat(locale, { style: 'currency', currency });
  return formats.of(`${locale} ${currency}`, make).format(decimalOf(amount, currency) as `${number}`);
}
