import type { Context } from '../../../context/context.ts';
import type { FieldError } from '../../../contract/problem.ts';
import type { NewDocument, Query } from '../../../store/port.ts';
import { attributeClaims, defaultLocaleKey, products } from './collections.ts';
import type { Product, ProductChanges } from './product.ts';
import { claimsOf } from './resolve-references.ts';

export interface TakenFault extends FieldError {
  /** Id of the product that has it. */
  readonly holder: string;
}

interface Wanted {
  readonly index: string;
  readonly where: Query['where'];
  readonly value: string;
  readonly pointer: string;
}

/** Values of unique indexes that the product did not have before. */
function wantedOf(
  next: NewDocument<Product>,
  changes: ProductChanges,
  current: Product | undefined,
): Wanted[] {
  const given = new Set(changes.variants?.flatMap(({ id }) => id ?? []));
  const skus = new Set(current?.variants.map(({ sku }) => sku));
  const ids = new Set(current?.variants.map(({ id }) => id));
  const wanted: Wanted[] = [];
  const add = (index: string, where: Query['where'], value: string, pointer: string) =>
    void wanted.push({ index, where, value, pointer });
  next.variants.forEach(({ id, sku }, index) => {
    if (sku !== null && !skus.has(sku)) add('bySku', { sku }, sku, `/variants/${index}/sku`);
    // Ids made here are new; those given may be another product's.
    if (given.has(id) && !ids.has(id)) add('byVariant', { variantId: id }, id, `/variants/${index}/id`);
  });
  next.translations.forEach(({ locale, slug }, index) => {
    if (slug !== null) add('bySlug', { locale, slug }, slug, `/translations/${index}/slug`);
  });
  // A slug made here was free a moment ago; where it no longer is, another is made.
  if (changes.slug !== undefined && next.slug !== current?.slug)
    add('bySlug', { locale: defaultLocaleKey, slug: next.slug }, next.slug, '/slug');
  const { externalId } = next;
  if (externalId !== null && externalId !== current?.externalId)
    add('byExternalId', { externalId }, externalId, '/externalId');
  return wanted;
}

function claimPointer(next: NewDocument<Product>, name: string, claim: string): string {
  if (name in next.attributes) return `/attributes/${name}`;
  const index = next.variants.findIndex(({ attributes }) => `${name}=${String(attributes[name])}` === claim);
  return `/variants/${index}/attributes/${name}`;
}

async function takenClaims(context: Context, next: NewDocument<Product>): Promise<TakenFault[]> {
  const claims = claimsOf(context, next);
  if (claims.length === 0) return [];
  const held = await context.store.getMany(attributeClaims, claims);
  return claims.flatMap((claim, index) => {
    const [name = '', ...value] = claim.split('=');
    const pointer = claimPointer(next, name, claim);
    const message = `must be unique, and "${value.join('=')}" is taken by product `;
    const holder = claims.indexOf(claim) < index ? next.id : held[index]?.productId;
    if (holder === undefined || (holder === next.id && claims.indexOf(claim) === index)) return [];
    return [{ pointer, message: `${message}${holder}.`, holder }];
  });
}

/**
 * What the unique indexes would refuse, all of it and in the caller's words. Looked up before anything is
 * written: in a bulk call a refused row must leave nothing behind.
 */
export async function takenFaults(
  context: Context,
  next: NewDocument<Product>,
  changes: ProductChanges,
  current: Product | undefined,
): Promise<TakenFault[]> {
  const wanted = wantedOf(next, changes, current);
  const results =
    wanted.length === 0
      ? []
      : await context.store.queryEach(
          products,
          wanted.map(({ index, where }) => ({ index, where, pageSize: 1 })),
        );
  const taken = wanted.flatMap(({ value, pointer }, index) => {
    const holder = results[index]?.items[0]?.document.id;
    if (holder === undefined || holder === next.id) return [];
    return [{ pointer, message: `"${value}" is taken by product ${holder}.`, holder }];
  });
  return [...taken, ...(await takenClaims(context, next))];
}
