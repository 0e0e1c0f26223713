import type { NewDocument } from '../../../store/port.ts';
import type { Listing } from './collections.ts';
import type { Product } from './product.ts';
import { foldedTitle } from './slug.ts';

/** Channels in which a product can be seen at a time. */
export function visibleChannels(product: Pick<Product, 'status' | 'publications'>, now: string): string[] {
  if (product.status !== 'active') return [];
  return product.publications
    .filter(({ from, until }) => (from === null || from <= now) && (until === null || now < until))
    .map((publication) => publication.channel);
}

/** When its visibility next changes by itself: the first beginning or end of a publication that is to come. */
export function nextChangeAt(product: Pick<Product, 'status' | 'publications'>, now: string): string | null {
  if (product.status !== 'active') return null;
  const times = product.publications
    .flatMap(({ from, until }) => [from, until])
    .filter((time): time is string => time !== null && time > now);
  return times.sort()[0] ?? null;
}

function lowestPrices(product: Pick<Product, 'variants'>): Record<string, number> {
  const lowest: Record<string, number> = {};
  for (const { amount, currency, minimumQuantity } of product.variants.flatMap((variant) => variant.prices)) {
    if (minimumQuantity === 1 && amount < (lowest[currency] ?? Number.POSITIVE_INFINITY))
      lowest[currency] = amount;
  }
  return lowest;
}

export interface ListingPlace {
  /** Its categories and all above them. */
  readonly categoryIds: readonly string[];
  readonly collections: Listing['collections'];
}

/** Where a product is listed at a time. */
export function listingOf(product: Product, place: ListingPlace, now: string): NewDocument<Listing> {
  return {
    id: product.id,
    visibilities: [
      'all',
      `status:${product.status}`,
      ...visibleChannels(product, now).map((channel) => `channel:${channel}`),
    ],
    groups: [
      '*',
      `type:${product.productType}`,
      ...place.categoryIds.map((id) => `category:${id}`),
      ...product.tags.map((tag) => `tag:${tag}`),
    ],
    collections: place.collections,
    created: product.createdAt,
    updated: product.updatedAt,
    title: foldedTitle(product.title),
    lowestPrices: lowestPrices(product),
    nextChangeAt: nextChangeAt(product, now),
  };
}
