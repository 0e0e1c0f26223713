import { findProduct, type Selection } from '../catalog/find-product.ts';
import type { Product, Storefront, Variant } from '../headlesspro/storefront.js';
import type { CartLine } from './cart-line.ts';

/** A line with what the store says of it now; null where it is no longer for sale. */
export interface PricedLine {
  readonly line: CartLine;
  readonly product: Product | null;
  readonly variant: Variant | null;
}

/** Asks for every product in the cart, in the visitor's language and currency. */
export async function loadCart(
  api: Storefront,
  lines: readonly CartLine[],
  selection: Selection,
  signal: AbortSignal,
): Promise<readonly PricedLine[]> {
  const ids = [...new Set(lines.map(({ productId }) => productId))];
  const found = await Promise.all(ids.map((id) => findProduct(api, id, selection, signal)));
  const products = new Map(ids.map((id, index) => [id, found[index] ?? null]));
  return Promise.all(
    lines.map(async (line) => {
      const product = products.get(line.productId) ?? null;
      const variant = product && (await findVariant(api, product, line.variantId, selection, signal));
      return { line, product, variant };
    }),
  );
}

/** Products embed their first variants; those of a very large one are paged through. */
async function findVariant(
  api: Storefront,
  product: Product,
  variantId: string,
  { currency }: Selection,
  signal: AbortSignal,
) {
  const isIt = ({ id }: Variant) => id === variantId;
  const embedded = product.variants.find(isIt);
  if (embedded || product.variantCount === product.variants.length) return embedded ?? null;
  for await (const variant of api.catalog.variants.list(
    product.id,
    { currency, pageSize: 100 },
    { signal },
  )) {
    if (isIt(variant)) return variant;
  }
  return null;
}
