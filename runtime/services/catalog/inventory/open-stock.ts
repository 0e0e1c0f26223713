import type { Context } from '../../../context/context.ts';
import { stocks } from './collections.ts';
import { lockStock } from './settle.ts';
import { type Stock, type StoredLevel, stockId } from './stock.ts';
import type { VariantDirectory } from './variant-directory.ts';

/** A variant's stock, locked until the transaction ends, settled, and ready to be changed. */
export interface OpenStock {
  readonly variantId: string;
  readonly levels: readonly StoredLevel[];
  readonly earliestExpiry: string | null;
  write(changes: Pick<Stock, 'levels' | 'earliestExpiry'>): Promise<void>;
}

function existing(context: Context, stock: Stock): OpenStock {
  return {
    variantId: stock.variantId,
    levels: stock.levels,
    earliestExpiry: stock.earliestExpiry,
    async write(changes) {
      await context.store.update(stocks, stock.id, (current) => ({ ...current, ...changes }));
    },
  };
}

/** Opens what is there; undefined where the variant never had stock. */
export async function openExistingStock(context: Context, variantId: string): Promise<OpenStock | undefined> {
  const stock = await lockStock(context, variantId);
  return stock && existing(context, stock);
}

/**
 * Opens a variant's stock, to be made by the first write where there is none; undefined where no product has the
 * variant.
 */
export async function openStock(
  context: Context,
  variants: VariantDirectory,
  variantId: string,
): Promise<OpenStock | undefined> {
  const found = await openExistingStock(context, variantId);
  if (found) return found;
  const product = await variants.find(context, variantId);
  const locked = product && (await variants.lock(context, product.productId));
  if (!locked?.policies.has(variantId)) return undefined;
  // Somebody else may have made it while the lock was waited for.
  const made = await openExistingStock(context, variantId);
  if (made) return made;
  return {
    variantId,
    levels: [],
    earliestExpiry: null,
    async write(changes) {
      const { productId } = locked;
      await context.store.insert(stocks, { id: stockId(variantId), variantId, productId, ...changes });
    },
  };
}
