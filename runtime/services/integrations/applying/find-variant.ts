import type { Context } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';

export interface FoundVariant {
  readonly productId: string;
  readonly variantId: string;
}

/** A variant by its SKU; undefined where there is none. */
export async function findVariant(context: Context, sku: string): Promise<FoundVariant | undefined> {
  const found = await context.call(operationOf(context, 'catalog.products.list'), { sku, pageSize: 1 });
  const [product] = found.data;
  if (!product) return undefined;
  const shown = product.variants.find((variant) => variant.sku === sku);
  if (shown) return { productId: product.id, variantId: shown.id };
  const list = operationOf(context, 'catalog.variants.list');
  let after: string | undefined;
  do {
    const page = await context.call(list, {
      productId: product.id,
      pageSize: 100,
      ...(after ? { after } : {}),
    });
    const variant = page.data.find((each) => each.sku === sku);
    if (variant) return { productId: product.id, variantId: variant.id };
    after = page.page.next ?? undefined;
  } while (after);
  return undefined;
}
