import { createHash } from 'node:crypto';
import type { entryKinds } from '../contract/store/plans.ts';

export type EntryKind = (typeof entryKinds)[number];

/** Plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** One thing that travels, known by an id that is the same in every store. */
export interface Entry {
  readonly kind: EntryKind;
  readonly id: string;
  /** Changes exactly when the entry's content does. */
  readonly fingerprint: string;
}

/** `product:prod_01J…`. */
export function entryKey(entry: Pick<Entry, 'kind' | 'id'>): string {
  return `${entry.kind}:${entry.id}`;
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const properties = Object.entries(value as JsonObject)
    .filter(([, property]) => property !== null)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, property]) => `${JSON.stringify(name)}:${canonical(property)}`);
  return `{${properties.join(',')}}`;
}

/**
 * A digest that does not depend on the order of properties. No value (null) and no property are the same, so that
 * an attribute which is declared, and which nothing has yet, changes no product.
 */
export function fingerprint(content: Json): string {
  return createHash('sha256').update(canonical(content)).digest('base64url').slice(0, 27);
}
