import { collection, type KeyValue, type StoredDocument } from '../../../store/port.ts';
import type { Product } from './product.ts';

/** The default locale's slugs are listed under this: a document does not know which locale that is. */
export const defaultLocaleKey = '';

export const products = collection<Product>({
  name: 'products',
  indexes: {
    bySlug: {
      version: 1,
      columns: [
        { name: 'locale', type: 'text' },
        { name: 'slug', type: 'text' },
      ],
      unique: true,
      keys: ({ slug, translations }) => [
        [defaultLocaleKey, slug],
        ...translations.flatMap(({ locale, slug: translated }) => (translated ? [[locale, translated]] : [])),
      ],
    },
    bySku: {
      version: 1,
      columns: [{ name: 'sku', type: 'text' }],
      unique: true,
      keys: ({ variants }) => variants.flatMap(({ sku }) => (sku === null ? [] : [[sku]])),
    },
    byVariant: {
      version: 1,
      columns: [{ name: 'variantId', type: 'text' }],
      unique: true,
      keys: ({ variants }) => variants.map(({ id }) => [id]),
    },
    byExternalId: {
      version: 1,
      columns: [{ name: 'externalId', type: 'text' }],
      unique: true,
      keys: ({ externalId }) => (externalId === null ? [] : [[externalId]]),
    },
    byMedia: {
      version: 1,
      columns: [{ name: 'mediaId', type: 'text' }],
      keys: ({ media }) => [...new Set(media.map(({ mediaId }) => mediaId))].map((id) => [id]),
    },
  },
});

/** A value of an attribute that must be unique, and the product that has it. */
export interface AttributeClaim extends StoredDocument {
  readonly productId: string;
}

export const attributeClaims = collection<AttributeClaim>({ name: 'attribute_claims', indexes: {} });

/**
 * Where a product is listed, beside the product itself: moving a category or filling a collection changes
 * listings alone, and no product gets a new version that nobody made.
 *
 * A listing's index rows are its visibilities times its groups, so that a page of "active products of this
 * category and all below it, visible in this channel, by title" is one range of one index. A product in two
 * channels, three levels of categories and two tags has some 30 rows an order.
 */
export interface Listing extends StoredDocument {
  /** `all`, `status:active`, and `channel:web` where it is visible now. */
  readonly visibilities: readonly string[];
  /** `*`, `type:…`, `tag:…`, and `category:…` with all categories above. */
  readonly groups: readonly string[];
  /** Its collections, with its place in those whose products are put in order by hand. */
  readonly collections: readonly { readonly id: string; readonly position: number }[];
  readonly created: string;
  readonly updated: string;
  /** Title with case and accents folded. */
  readonly title: string;
  /** Lowest base price of its variants, by currency. */
  readonly lowestPrices: Readonly<Record<string, number>>;
  /** When a publication next begins or ends; null where none does. */
  readonly nextChangeAt: string | null;
}

function crossed(listing: Listing, ...rest: readonly KeyValue[]): KeyValue[][] {
  const groups = [...listing.groups, ...listing.collections.map(({ id }) => `collection:${id}`)];
  return listing.visibilities.flatMap((visibility) => groups.map((group) => [visibility, group, ...rest]));
}

const place = [
  { name: 'visibility', type: 'text' },
  { name: 'group', type: 'text' },
] as const;

export const listings = collection<Listing>({
  name: 'product_listings',
  indexes: {
    byCreated: {
      version: 1,
      columns: [...place, { name: 'created', type: 'text' }],
      keys: (listing) => crossed(listing, listing.created),
    },
    byUpdated: {
      version: 1,
      columns: [...place, { name: 'updated', type: 'text' }],
      // Sorting by change is for those who manage the catalog as a whole.
      keys: (listing) => listing.visibilities.map((visibility) => [visibility, '*', listing.updated]),
    },
    byTitle: {
      version: 1,
      columns: [...place, { name: 'title', type: 'text' }],
      keys: (listing) => crossed(listing, listing.title),
    },
    byPrice: {
      version: 1,
      columns: [...place, { name: 'currency', type: 'text' }, { name: 'amount', type: 'integer' }],
      // For shoppers: only where it is visible in a channel.
      keys: (listing) => {
        const visibilities = listing.visibilities.filter((visibility) => visibility.startsWith('channel:'));
        return Object.entries(listing.lowestPrices).flatMap(([currency, amount]) =>
          crossed({ ...listing, visibilities }, currency, amount),
        );
      },
    },
    byPosition: {
      version: 1,
      columns: [
        { name: 'visibility', type: 'text' },
        { name: 'collection', type: 'text' },
        { name: 'position', type: 'integer' },
      ],
      keys: (listing) =>
        listing.visibilities.flatMap((visibility) =>
          listing.collections.map(({ id, position }) => [visibility, id, position]),
        ),
    },
    byNextChange: {
      version: 1,
      columns: [{ name: 'at', type: 'text' }],
      keys: ({ nextChangeAt }) => (nextChangeAt === null ? [] : [[nextChangeAt]]),
    },
  },
});
