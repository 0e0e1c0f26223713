import { minorUnits } from '../../money/index.ts';
import type { AttributeFact } from '../store-facts.ts';

/** A value, what is wrong with the text, or a sentence on why it was left out. */
export type ReadValue =
  | { readonly value: unknown }
  | { readonly fault: string }
  | { readonly leftOut: string };

const ownId = /^(prod|cat|coll|media)_[0-9A-HJKMNP-TV-Z]{26}$/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON, so it is meant as it stands
  }
}

/** Shopify writes money as `{"amount":"19.90","currency_code":"EUR"}`. */
function readMoney(text: string, currency: string): ReadValue {
  const parsed = parseJson(text);
  const isObject = typeof parsed === 'object' && parsed !== null;
  const money = (isObject ? parsed : {}) as { amount?: unknown; currency_code?: unknown };
  const code = typeof money.currency_code === 'string' ? money.currency_code : currency;
  if (!/^[A-Z]{3}$/.test(code)) return { fault: `names no currency: "${code}".` };
  const amount = minorUnits(String(money.amount ?? text), code);
  return typeof amount === 'string' ? { fault: amount } : { value: { amount, currency: code } };
}

function readOne(text: string, attribute: AttributeFact, currency: string): ReadValue {
  switch (attribute.type) {
    case 'number': {
      const value = Number(text);
      return Number.isFinite(value) ? { value } : { fault: `must be a number, not "${text}".` };
    }
    case 'boolean': {
      const lower = text.toLowerCase();
      if (lower !== 'true' && lower !== 'false') return { fault: `must be true or false, not "${text}".` };
      return { value: lower === 'true' };
    }
    case 'date':
      // Shopify also has times here; the day is what the attribute keeps.
      return { value: text.replace(/T.*$/, '') };
    case 'money':
      return readMoney(text, currency);
    case 'reference':
      return ownId.test(text)
        ? { value: text }
        : { leftOut: 'refers to something of the Shopify store, which this store does not know' };
    default:
      return { value: text };
  }
}

/** Lists are written as JSON, or with semicolons. */
function parts(text: string): string[] {
  const parsed = text.startsWith('[') ? parseJson(text) : undefined;
  if (Array.isArray(parsed)) {
    return parsed.map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
  }
  return text
    .split(/;|\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The value of a metafield, as the attribute has it; null takes it away. */
export function readAttribute(text: string, attribute: AttributeFact, currency: string): ReadValue {
  if (text === '') return { value: null };
  if (!attribute.list) return readOne(text, attribute, currency);
  const values: unknown[] = [];
  for (const part of parts(text)) {
    const read = readOne(part, attribute, currency);
    if (!('value' in read)) return read;
    values.push(read.value);
  }
  return { value: values };
}

/** The inverse: how a value is written in a cell. */
export function writeAttribute(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
