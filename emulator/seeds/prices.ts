/** Prices are set per market, not converted day by day; these keep the demo stores' price points plausible. */
const factor = { EUR: 1, USD: 1.1, GBP: 0.86 } as const;

export type SeedCurrency = keyof typeof factor;

/** Minor units: a whole number of the currency, less `cents`. */
export function priceIn(currency: SeedCurrency, euros: number, cents: number): number {
  return Math.round(euros * factor[currency]) * 100 - cents;
}
