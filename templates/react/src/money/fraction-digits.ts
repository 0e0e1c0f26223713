/**
 * Currencies that have not two digits after the point, by ISO 4217: how the platform counts minor units. Intl says
 * something else of some (no digits for HUF, IDR or COP), and not the same in every browser.
 */
const digitsBesidesTwo: Readonly<Record<number, readonly string[]>> = {
  0: [
    ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG'],
    ...['RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
  ],
  3: ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'],
  4: ['CLF', 'UYW'],
};

/** Digits after the point: 2 for EUR, 0 for JPY. */
export function fractionDigits(currency: string): number {
  const [digits] = Object.entries(digitsBesidesTwo).find(([, codes]) => codes.includes(currency)) ?? ['2'];
  return Number(digits);
}
