import type { Selection } from '../catalog/find-product.ts';
import { ApiError, type Product, type Storefront } from '../headlesspro/storefront.js';

/** More than a platform's product can have. */
const allVariants = { max: 2000 };

/**
 * A product with all its variants. A slug of another language finds it too, so that links can be shared, and so does
 * its id, which is all that carts and orders know.
 */
export async function loadProduct(
  api: Storefront,
  slug: string,
  selection: Selection,
  signal: AbortSignal,
): Promise<Product> {
  const product = await findBySlug(api, slug, selection, signal);
  if (product.variantCount === product.variants.length) return product;
  const { currency } = selection;
  const list = api.catalog.variants.list(product.id, { currency, pageSize: 100 }, { signal });
  return { ...product, variants: await list.toArray(allVariants) };
}

async function findBySlug(
  api: Storefront,
  slug: string,
  selection: Selection,
  signal: AbortSignal,
): Promise<Product> {
  const { products } = api.catalog;
  try {
    return await products.getBySlug(slug, selection, { signal });
  } catch (error) {
    if (!ApiError.is(error, 'not_found')) throw error;
    if (slug.startsWith('prod_')) return products.get(slug, selection, { signal });
    const { id } = await products.getBySlug(slug, {}, { signal });
    return products.get(id, selection, { signal });
  }
}
