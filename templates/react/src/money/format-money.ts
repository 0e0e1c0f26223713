/** An amount in minor units, as prices and money attributes have it. */
export interface Money {
  readonly amount: number;
  /** ISO 4217 code. */
  readonly currency: string;
}

/**
 * `{ amount: 1999, currency: 'EUR' }` is €19.99, and `{ amount: 1999, currency: 'JPY' }` is ¥1,999: Intl knows how
 * many decimals a currency has.
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
