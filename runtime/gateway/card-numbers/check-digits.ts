/** Sum of digits from the right, each times the next of two weights; products above 9 by their digits where asked. */
function weighted(digits: string, weight: number, sumDigits: boolean): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const product = place % 2 === 0 ? digit : digit * weight;
    sum += sumDigits && product > 9 ? product - 9 : product;
  }
  return sum;
}

/** The check digit of cards (ISO/IEC 7812-1, annex B). */
export function hasCardCheckDigit(digits: string): boolean {
  return weighted(digits, 2, true) % 10 === 0;
}

/** The check digit of articles: EAN-13, GTIN-14 (GS1 General Specifications, 7.9). */
export function hasArticleCheckDigit(digits: string): boolean {
  return weighted(digits, 3, false) % 10 === 0;
}

/** The check digits of bank accounts (ISO 13616, mod 97). `iban` has no spaces. */
export function hasAccountCheckDigits(iban: string): boolean {
  const moved = `${iban.slice(4)}${iban.slice(0, 4)}`.toUpperCase();
  let remainder = 0;
  for (const character of moved) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
