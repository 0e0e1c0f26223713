import { currencyExponent } from '../../../../runtime/money/index.ts';
import type { ValueKind, ValueShape } from './value-kind.ts';

/** What a field of a form holds, read; or what is wrong with it. */
export type FieldValue = { readonly value: unknown } | { readonly error: string };

interface MoneyValue {
  readonly amount: number;
  readonly currency: string;
}

function isMoney(value: unknown): value is MoneyValue {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
}

/** A value as it stands in a field: money as `19.99 EUR`, what has parts as JSON. */
export function fieldText(value: unknown, { kind }: ValueKind): string {
  if (value === undefined || value === null) return '';
  if (kind === 'money' && isMoney(value)) {
    const digits = currencyExponent(value.currency);
    return `${(value.amount / 10 ** digits).toFixed(digits)} ${value.currency}`;
  }
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

function moneyOf(text: string): FieldValue {
  const [, sign = '', whole = '', fraction = '', currency = ''] =
    /^(-?)(\d+)(?:[.,](\d+))?\s*([A-Z]{3})$/.exec(text.trim().toUpperCase()) ?? [];
  if (currency === '') return { error: 'An amount and a currency: 19.99 EUR.' };
  const digits = currencyExponent(currency);
  if (fraction.length > digits) return { error: `${currency} has ${digits} digits behind the point.` };
  return { value: { amount: Number(`${sign}${whole}${fraction.padEnd(digits, '0')}`), currency } };
}

function numberOf(text: string, isInteger: boolean): FieldValue {
  const value = Number(text);
  if (Number.isNaN(value)) return { error: 'A number.' };
  return isInteger && !Number.isInteger(value) ? { error: 'A whole number.' } : { value };
}

function jsonOf(text: string): FieldValue {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: `No JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** What a field holds. Nothing is null where the schema has it so, and is left out otherwise. */
export function fieldValue(text: string, { value: kind, isNullable }: ValueShape): FieldValue {
  if (text.trim() === '') return { value: isNullable ? null : undefined };
  switch (kind.kind) {
    case 'money':
      return moneyOf(text);
    case 'number':
      return numberOf(text, kind.isInteger);
    case 'boolean':
      return { value: text === 'true' };
    case 'json':
      return jsonOf(text);
    default:
      return { value: text };
  }
}
