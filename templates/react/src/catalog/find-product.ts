import { ApiError, type Product, type Storefront } from '../headlesspro/storefront.js';

/** How a visitor wants to see products. */
export interface Selection {
  readonly locale: string;
  readonly currency: string;
}

/** A product that something points to; null where it is not, or no longer, for sale here. */
export async function findProduct(
  api: Storefront,
  id: string,
  selection: Selection,
  signal: AbortSignal,
): Promise<Product | null> {
  try {
    return await api.catalog.products.get(id, selection, { signal });
  } catch (error) {
    if (ApiError.is(error, 'not_found')) return null;
    throw error;
  }
}
