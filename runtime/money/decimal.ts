import { currencyExponent } from './currency-exponent.ts';

/**
 * A decimal number as minor units, exactly: `19.9` in EUR is 1990. Strict, because a guess about a price is worse
 * than a refusal: no signs, no thousands separators, no digits that the currency doesn't have.
 *
 * @returns the minor units, or what is wrong, in words that follow the column's name.
 */
export function minorUnits(text: string, currency: string): number | string {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return `must be a number such as 1299.00, not "${text}".`;
  const [, whole = '0', fraction = ''] = match;
  const exponent = currencyExponent(currency);
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0');
  if (/[1-9]/.test(fraction.slice(exponent))) {
    return `"${text}" has more digits after the point than ${currency} has (${exponent}).`;
  }
  const amount = Number(whole + kept);
  return Number.isSafeInteger(amount) ? amount : `"${text}" is too large.`;
}

/** Minor units as a decimal number, the form of machines: 1990 in EUR is `19.90`, -5 is `-0.05`. */
export function decimalOf(amount: number, currency: string): string {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return exponent === 0
    ? `${sign}${digits}`
    : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
