/**
 * Digits of the minor unit, of the currencies that have not two: ISO 4217:2015, list one, as its maintenance agency
 * publishes it. Intl is not asked: it knows how amounts are shown in a place, which its data changes from version to
 * version (forints, rupiahs and Colombian pesos without digits), while what is counted must stay what it was.
 * @see https://www.six-group.com/en/products-services/financial-information/data-standards.html
 */
const digitsBesidesTwo: Readonly<Record<number, readonly string[]>> = {
  0: [
    ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG'],
    ...['RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
  ],
  3: ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'],
  4: ['CLF', 'UYW'],
};

const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries(digitsBesidesTwo).flatMap(([digits, currencies]) =>
    currencies.map((currency) => [currency, Number(digits)] as const),
  ),
);

/** Digits of a currency's minor unit by ISO 4217: 2 for EUR and HUF, 0 for JPY, 3 for KWD. */
export function currencyExponent(currency: string): number {
  return exponents.get(currency.toUpperCase()) ?? 2;
}
