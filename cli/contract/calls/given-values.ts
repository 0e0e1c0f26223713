import { isPlainObject } from '../../../runtime/gateway/json-schema.ts';
import { pointerSegment } from '../../../runtime/validation/index.ts';

const id = /^[a-z]{2,12}_[0-9A-HJKMNP-TV-Z]{26}$/;
const idWithin = /\b[a-z]{2,12}_[0-9A-HJKMNP-TV-Z]{26}\b/g;
/** Tokens, cursors, secrets of payments: nobody types them, so one that is sent came from an answer. */
const opaque = /^(?=.*\d)[\w.~+/=:-]{20,}$/;
const time = /^\d{4}-\d{2}-\d{2}T/;
/** Short, and taken from an answer all the same: where else would a storefront have the address of a product from. */
const namesOfKeys = new Set(['slug', 'sku', 'number']);

function isGiven(name: string, text: string): boolean {
  if (id.test(text)) return true;
  if (namesOfKeys.has(name)) return text !== '';
  return opaque.test(text) && !time.test(text) && !text.includes('://');
}

/** What an answer has that may be sent again later, with the first place of each. */
export function givenValues(answer: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, name: string, pointer: string) => {
    if (typeof value === 'string') {
      if (isGiven(name, value) && !found.has(value)) found.set(value, pointer);
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, name, `${pointer}/${index}`);
    } else if (isPlainObject(value)) {
      for (const [key, inner] of Object.entries(value)) walk(inner, key, `${pointer}/${pointerSegment(key)}`);
    }
  };
  walk(answer, '', '');
  return found;
}

/** `cart` of `cart_01J…`; of other values the name of the place that they were found in. */
export function kindOfValue(value: string, pointer: string): string {
  if (id.test(value)) return value.slice(0, value.lastIndexOf('_'));
  const names = pointer.split('/').filter((name) => !/^\d*$/.test(name));
  return names.at(-1)?.replace(/\W/g, '') || 'value';
}

/**
 * A text with what is known in it replaced: as a whole, ids wherever they stand, and quoted texts, which is how an
 * argument stands in a GraphQL document.
 *
 * @param replacement Undefined for what is not known.
 */
export function withReplaced(text: string, replacement: (value: string) => string | undefined): string {
  return (
    replacement(text) ??
    text
      .replace(idWithin, (value) => replacement(value) ?? value)
      .replace(/"([^"\\\n]+)"/g, (quoted, value: string) => {
        const known = replacement(value);
        return known === undefined ? quoted : `"${known}"`;
      })
  );
}
