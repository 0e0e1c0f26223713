import type { Category, Collection, Product, Storefront } from '../headlesspro/storefront.js';
import type { Place, Sort } from './listing-state.ts';

const pageSize = 24;

interface Request {
  readonly locale: string;
  readonly currency: string;
  readonly sort: Sort | undefined;
  readonly after: string | undefined;
}

export interface Listing {
  /** The category or collection; null where everything is listed. */
  readonly found: Category | Collection | null;
  readonly products: readonly Product[];
  /** Cursor of the next page. */
  readonly next: string | null;
}

/** A page of products, and the place they are in. */
export async function loadListing(
  api: Storefront,
  place: Place,
  request: Request,
  signal: AbortSignal,
): Promise<Listing> {
  const { locale } = request;
  const filter = place.kind === 'all' ? {} : { [place.kind]: place.slug };
  const findPlace = async () => {
    if (place.kind === 'category') return api.catalog.categories.get(place.slug, { locale }, { signal });
    if (place.kind === 'collection') return api.catalog.collections.get(place.slug, { locale }, { signal });
    return null;
  };
  const [found, page] = await Promise.all([
    findPlace(),
    api.catalog.products.list({ ...request, ...filter, pageSize }, { signal }),
  ]);
  return { found, products: page.data, next: page.next };
}
