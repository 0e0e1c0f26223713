import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { UniqueViolation } from '../../../store/errors.ts';
import type { NewDocument } from '../../../store/port.ts';
import { ancestorsOf } from '../categories/ancestors.ts';
import { matchingCollections } from '../collections/matching-collections.ts';
import { emitPriceChanges } from '../prices/price-changes.ts';
import { attributeClaims, type Listing, listings, products } from './collections.ts';
import { listingOf, visibleChannels } from './listing.ts';
import type { Product } from './product.ts';
import { claimsOf } from './resolve-references.ts';

/** Where the taken value stands in the input, in the caller's words. */
function takenProblem(error: UniqueViolation, product: Pick<Product, 'variants' | 'translations'>) {
  const value = String(error.key.at(-1));
  const variant = product.variants.findIndex(({ sku, id }) => sku === value || id === value);
  const translation = product.translations.findIndex(({ slug }) => slug === value);
  const places: Record<string, [pointer: string, what: string]> = {
    bySku: [`/variants/${variant}/sku`, 'SKU'],
    byVariant: [`/variants/${variant}/id`, 'variant id'],
    byExternalId: ['/externalId', 'external id'],
    bySlug: [error.key[0] === '' ? '/slug' : `/translations/${translation}/slug`, 'slug'],
    id: ['/id', 'id'],
  };
  const [pointer, what] = places[error.index] ?? ['', error.index];
  return problem(problems.alreadyExists, {
    detail: `The ${what} "${value}" is taken by product ${error.holder}.`,
    errors: [{ pointer, message: `"${value}" is taken.` }],
    details: { id: error.holder },
  });
}

async function claim(context: Context, product: Product, before: Product | undefined): Promise<void> {
  const now = claimsOf(context, product);
  const earlier = before ? claimsOf(context, before) : [];
  const repeated = now.find((id, index) => now.indexOf(id) < index);
  const taken = (id: string, holder: string) => {
    const [name = '', ...value] = id.split('=');
    return problem(problems.alreadyExists, {
      detail: `The attribute "${name}" must be unique, and "${value.join('=')}" is taken by product ${holder}.`,
      errors: [{ pointer: `/attributes/${name}`, message: `"${value.join('=')}" is taken.` }],
      details: { id: holder },
    });
  };
  if (repeated) throw taken(repeated, product.id);
  for (const id of earlier.filter((old) => !now.includes(old))) {
    // A value that became unique only lately was never claimed.
    if (await context.store.get(attributeClaims, id)) await context.store.delete(attributeClaims, id);
  }
  for (const id of now) {
    const held = await context.store.get(attributeClaims, id, { lock: true });
    if (held && held.productId !== product.id) throw taken(id, held.productId);
    if (!held) await context.store.insert(attributeClaims, { id, productId: product.id });
  }
}

async function emitVisibility(
  context: Context,
  id: string,
  before: readonly string[],
  now: readonly string[],
) {
  for (const channel of now.filter((key) => !before.includes(key))) {
    await context.emit('product.published', id, { id, channel });
  }
  for (const channel of before.filter((key) => !now.includes(key))) {
    await context.emit('product.unpublished', id, { id, channel });
  }
}

/** Channels in which a listing shows its product. */
export function listedChannels(listing: Pick<Listing, 'visibilities'> | undefined): string[] {
  return (listing?.visibilities ?? [])
    .filter((visibility) => visibility.startsWith('channel:'))
    .map((visibility) => visibility.slice('channel:'.length));
}

function contentOf(listing: Listing): NewDocument<Listing> {
  const { version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...content } = listing;
  return content;
}

/** Brings a product's listing up to date with the product, its categories and its collections. */
export async function refreshListing(context: Context, product: Product): Promise<void> {
  const now = context.clock.now().toISOString();
  const before = await context.store.get(listings, product.id, { lock: true });
  const place = {
    categoryIds: await ancestorsOf(context, product.categoryIds),
    collections: await matchingCollections(context, product, before?.collections ?? []),
  };
  const listing = listingOf(product, place, now);
  if (before) {
    await context.store.update(listings, product.id, (current) =>
      isDeepStrictEqual(contentOf(current), listing) ? current : listing,
    );
  } else await context.store.insert(listings, listing);
  await emitVisibility(context, product.id, listedChannels(before), visibleChannels(product, now));
}

/** Writes a new or changed product with everything that hangs on it: claims, listing, events. */
export async function saveProduct(
  context: Context,
  next: NewDocument<Product>,
  before: Product | undefined,
): Promise<Product> {
  const { expectedVersion } = context;
  const writing = before
    ? context.store.update(products, next.id, () => next, { expectedVersion })
    : context.store.insert(products, next);
  const product = await writing.catch((error: unknown) => {
    if (error instanceof UniqueViolation && error.collection === products.name)
      throw takenProblem(error, next);
    throw error;
  });
  await claim(context, product, before);
  await context.emit(before ? 'product.updated' : 'product.created', product.id, product);
  await emitPriceChanges(context, product, before);
  await refreshListing(context, product);
  return product;
}

/** Takes a product away with everything that hangs on it. */
export async function removeProduct(context: Context, product: Product): Promise<void> {
  const { id, slug, variants } = product;
  await context.store.delete(products, id, { expectedVersion: context.expectedVersion });
  for (const claimId of claimsOf(context, product)) {
    if (await context.store.get(attributeClaims, claimId))
      await context.store.delete(attributeClaims, claimId);
  }
  const listing = await context.store.get(listings, id);
  if (listing) await context.store.delete(listings, id);
  await emitVisibility(context, id, listedChannels(listing), []);
  const skus = variants.flatMap(({ sku }) => (sku === null ? [] : [sku]));
  await context.emit('product.deleted', id, { id, slug, skus });
}
