import { pointerSegment } from '../../validation/index.ts';
import { findCardNumber, mayHoldCardNumber, withDigits } from './find-card-number.ts';
import { isOfAnIssuer } from './issuers.ts';

interface Place {
  readonly value: unknown;
  readonly pointer: string;
  /** Name of the property that holds the value; of the list, for its items. */
  readonly field: string;
}

function textHolds(text: string, field?: string): boolean {
  return mayHoldCardNumber(text) && findCardNumber(withDigits(text), field) !== undefined;
}

/**
 * Digits of numbers above 2^53 are lost when JSON is read, the check digit among them: their beginning and length have
 * to do. No field of the API takes such a number.
 */
function numberHolds(value: number): boolean {
  if (!Number.isInteger(value) || value < 1e12 || value >= 1e19) return false;
  const digits = BigInt(value).toString();
  return Number.isSafeInteger(value) ? findCardNumber(digits) !== undefined : isOfAnIssuer(digits);
}

/** JSON pointer of the first value, or name of a property, that looks like a card number; undefined where none does. */
export function cardNumberPointer(document: unknown): string | undefined {
  const places: Place[] = [{ value: document, pointer: '', field: '' }];
  // No recursion: a document may nest deeper than the stack.
  for (let place = places.pop(); place; place = places.pop()) {
    const { value, pointer, field } = place;
    if (typeof value === 'string' && textHolds(value, field)) return pointer;
    if (typeof value === 'number' && numberHolds(value)) return pointer;
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1)
        places.push({ value: value[index], pointer: `${pointer}/${index}`, field });
      continue;
    }
    const entries = Object.entries(value);
    // The name can't be told without the digits, so the object that has it is named.
    if (entries.some(([name]) => textHolds(name))) return pointer;
    for (const [name, each] of entries.reverse())
      places.push({ value: each, pointer: `${pointer}/${pointerSegment(name)}`, field: name });
  }
  return undefined;
}
