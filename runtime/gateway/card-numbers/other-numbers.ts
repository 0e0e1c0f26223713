import { hasAccountCheckDigits, hasArticleCheckDigit } from './check-digits.ts';

const uuid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;
/** Written in groups of four, as on paper; one without spaces is a word with letters anyway. */
const account = /\b[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?\b/g;

/** The text without what has digits in groups and is known to be something else, its length kept. */
export function withoutOtherNumbers(text: string): string {
  const blank = (found: string) => ' _'.repeat(found.length).slice(0, found.length);
  return text
    .replace(uuid, blank)
    .replace(account, (found) => (hasAccountCheckDigits(found.replaceAll(' ', '')) ? blank(found) : found));
}

/**
 * Whether a number with the beginning and the check digit of a card is probably none, by where it stands. Ten in a
 * hundred article numbers have a card's check digit by chance, and articles are what a shop talks about.
 *
 * @param field name of the property that holds it, where it is known.
 * @param before what stands directly before it.
 */
export function isOtherNumber(digits: string, field: string, before: string): boolean {
  const { length } = digits;
  // An EAN-13, wherever it is written; cards of 13 digits are long out of circulation.
  if (length === 13 && hasArticleCheckDigit(digits)) return true;
  if (length === 14 && /^(?:barcode|ean|gtin|upc)/i.test(field) && hasArticleCheckDigit(digits)) return true;
  // An international telephone number has 15 digits at most (ITU-T E.164).
  if (length <= 15 && before.endsWith('+')) return true;
  return length === 13 && /phone|mobile|fax/i.test(field);
}
