/** Digits after the point that a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function exponentOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

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
  const exponent = exponentOf(currency);
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0');
  if (/[1-9]/.test(fraction.slice(exponent))) {
    return `"${text}" has more digits after the point than ${currency} has (${exponent}).`;
  }
  const amount = Number(whole + kept);
  return Number.isSafeInteger(amount) ? amount : `"${text}" is too large.`;
}

/** Minor units as a decimal number: 1990 in EUR is `19.90`. */
export function decimalOf(amount: number, currency: string): string {
  const exponent = exponentOf(currency);
  const digits = String(amount).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
