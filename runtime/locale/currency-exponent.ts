/** Digits of a currency's minor unit, as ISO 4217 and Intl have it: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyExponent(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    ...{ style: 'currency', currency },
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}
