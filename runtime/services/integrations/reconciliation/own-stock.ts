import type { StepsContext } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { StockCount } from '../counts-by-place.ts';

const pageSize = 100;

/** SKUs of all variants that have one and whose stock is kept, by the variants' ids. */
async function skusByVariant(context: StepsContext): Promise<Map<string, string>> {
  const skus = new Map<string, string>();
  const listProducts = operationOf(context, 'catalog.products.list');
  const listVariants = operationOf(context, 'catalog.variants.list');
  const keep = (variants: readonly { id: string; sku: string | null; inventoryPolicy: string }[]) => {
    for (const { id, sku, inventoryPolicy } of variants) {
      if (sku !== null && inventoryPolicy !== 'untracked') skus.set(id, sku);
    }
  };
  let after: string | undefined;
  do {
    const found = await context.call(listProducts, { pageSize, ...(after ? { after } : {}) });
    for (const { id: productId, variants, variantCount } of found.data) {
      if (variantCount === variants.length) {
        keep(variants);
        continue;
      }
      let more: string | undefined;
      do {
        const page = await context.call(listVariants, {
          productId,
          pageSize,
          ...(more ? { after: more } : {}),
        });
        keep(page.data);
        more = page.page.next ?? undefined;
      } while (more);
    }
    after = found.page.next ?? undefined;
  } while (after);
  return skus;
}

/** Our whole stock at some locations. Variants without a SKU have no name that a partner would know. */
export async function readOwnStock(
  context: StepsContext,
  locationIds: readonly string[],
): Promise<readonly StockCount[]> {
  const skus = await skusByVariant(context);
  const listLevels = operationOf(context, 'catalog.inventory.listLevels');
  const counts: StockCount[] = [];
  for (const locationId of locationIds) {
    let after: string | undefined;
    do {
      const found = await context.call(listLevels, { locationId, pageSize, ...(after ? { after } : {}) });
      for (const { variantId, onHand } of found.data) {
        const sku = skus.get(variantId);
        if (sku !== undefined) counts.push({ sku, locationId, onHand });
      }
      after = found.page.next ?? undefined;
    } while (after);
  }
  return counts;
}
