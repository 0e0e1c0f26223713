import type { Texts } from '../texts/en.ts';
import type { AddressField } from './address-draft.ts';

/** Something that is wrong with the checkout, where it is wrong: `/shippingAddress/postalCode`. */
export interface FieldProblem {
  readonly pointer: string;
  /** Stable, and what the words are chosen by. Empty where the server gave none. */
  readonly code: string;
  /** The server's own words, for codes that this storefront has none for. */
  readonly message: string;
}

export function fieldId(pointer: string): string {
  return `field${pointer.replaceAll('/', '-')}`;
}

/** The place of a problem in the form: a line's is the summary of the order. */
export function placeOf(pointer: string): string {
  if (pointer.startsWith('/lines')) return '/lines';
  return pointer;
}

/** A problem in the visitor's words. */
export function sayProblem(
  { pointer, code, message }: FieldProblem,
  texts: Texts,
  countryOf: (pointer: string) => string,
): string {
  const words = texts.checkout;
  const field = pointer.slice(pointer.lastIndexOf('/') + 1);
  if (pointer.startsWith('/lines')) return words.linesProblem;
  if (code === 'invalid_postal_code') return words.invalidPostalCode(countryOf(pointer));
  if (code === 'unknown_region') return words.unknownRegion(countryOf(pointer));
  if (code === 'invalid_email') return words.invalidEmail;
  if (code === 'shipping_unavailable') return words.unavailableMethod;
  if (code === 'too_long') return words.tooLong;
  const isMissing = code === 'missing_field' || code.endsWith('_missing');
  const missing: Readonly<Record<string, string>> = words.missing;
  return (isMissing && missing[field]) || message;
}

/** Only what is asked for by a field of an address. */
export function problemOf(
  problems: readonly FieldProblem[],
  address: 'shippingAddress' | 'billingAddress',
  field: AddressField,
): FieldProblem | undefined {
  return problems.find(({ pointer }) => pointer === `/${address}/${field}`);
}
