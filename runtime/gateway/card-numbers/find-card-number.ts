import { hasCardCheckDigit } from './check-digits.ts';
import { isOfAnIssuer } from './issuers.ts';
import { isOtherNumber, withoutOtherNumbers } from './other-numbers.ts';

// As keyboards of other scripts type them: full-width, Arabic, Persian and Devanagari digits, by their zeros.
const zeros = [0x30, 0xff10, 0x0660, 0x06f0, 0x0966];
const digit = '[0-9\\uff10-\\uff19\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f]';
const between = '[ \\u00a0\\u2000-\\u200b\\u202f\\u2060\\u2010-\\u2015\\u2212\\ufeff-]{0,3}';

/** Thirteen digits with little between them: no card number stands in a text without. */
const enoughDigits = new RegExp(`${digit}(?:${between}${digit}){12}`);
const runs = new RegExp(`${digit}(?:${between}${digit}){12,}`, 'g');
const groups = new RegExp(`${digit}+`, 'g');

/** `\u0034` in the text of a GraphQL document reads 4. */
const escapedDigit = /\\u(?:00(3\d)|\{0*(3\d)\})/gi;

/** Words after which digits that follow at once are a card's, and not part of an article number. */
const cardWord =
  /(?:card|karte|carte|cc|pan|visa|mastercard|maestro|amex|discover|diners|jcb|unionpay|number|no|nr)_?$/i;

/** Digits that belong to a longer word, such as `prod_01J…`, `1Z12345…` or a token, are no number by themselves. */
function isPartOfWord(before: string, after: string): boolean {
  return /\w$/.test(after.slice(0, 1)) || (/\w$/.test(before) && !cardWord.test(before));
}

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

function asciiDigits(text: string): string {
  if (/^[0-9]+$/.test(text)) return text;
  return text.replace(/./g, (character) => {
    const code = character.charCodeAt(0);
    const zero = zeros.find((each) => code >= each && code < each + 10) ?? 0x30;
    return String(code - zero);
  });
}

function groupsOf(run: RegExpMatchArray): Group[] {
  return [...run[0].matchAll(groups)].map((match) => {
    const start = (run.index ?? 0) + match.index;
    return { digits: asciiDigits(match[0]), start, end: start + match[0].length };
  });
}

/** Where a card number stands in a text. */
export interface FoundCardNumber {
  readonly start: number;
  readonly end: number;
}

function isCardNumber(text: string, field: string, { digits, start, end }: Group): boolean {
  if (digits.length < 13 || !hasCardCheckDigit(digits) || !isOfAnIssuer(digits)) return false;
  const before = text.slice(Math.max(0, start - 12), start);
  return !isPartOfWord(before, text.slice(end, end + 1)) && !isOtherNumber(digits, field, before);
}

/** A card's digits are written at once, or in groups of four and more; what remains stands last. */
function findFrom(text: string, field: string, parts: readonly Group[], first: number): Group | undefined {
  let digits = '';
  for (let last = first; last < parts.length && digits.length < 19; last += 1) {
    const part = parts[last];
    const whole = parts[first];
    if (!part || !whole) return undefined;
    digits += part.digits;
    if (digits.length > 19) return undefined;
    const joined = { digits, start: whole.start, end: part.end };
    if (isCardNumber(text, field, joined)) return joined;
    if (part.digits.length < 4) return undefined;
  }
  return undefined;
}

/** Quick, and true for every text that holds a card number; it may be true for others. */
export function mayHoldCardNumber(text: string): boolean {
  return enoughDigits.test(text) || text.includes('\\u');
}

/** The text with digits in the place of their escapes. */
export function withDigits(text: string): string {
  if (!text.includes('\\u')) return text;
  return text.replace(escapedDigit, (_, short?: string, long?: string) =>
    String.fromCharCode(Number.parseInt(short ?? long ?? '', 16)),
  );
}

/**
 * Where the first number stands that looks like a card's: 13 to 19 digits of an issuer, with the right check digit,
 * that are nothing else by their form or field. docs/decisions/0010 says what passes, and how often others don't.
 *
 * @param field name of the property that holds the text, where it is known.
 */
export function findCardNumber(text: string, field = ''): FoundCardNumber | undefined {
  if (!enoughDigits.test(text)) return undefined;
  const readable = withoutOtherNumbers(text);
  for (const run of readable.matchAll(runs)) {
    const parts = groupsOf(run);
    for (const first of parts.keys()) {
      const found = findFrom(readable, field, parts, first);
      if (found) return found;
    }
  }
  return undefined;
}
