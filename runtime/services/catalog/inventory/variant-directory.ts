import type { Context } from '../../../context/context.ts';
import type { Collection, StoredDocument } from '../../../store/port.ts';
import type { InventoryPolicy } from './allocation.ts';

/** What stock has to know of a product. */
export interface StockedProduct extends StoredDocument {
  readonly variants: readonly { readonly id: string; readonly inventoryPolicy: InventoryPolicy }[];
}

export interface ProductOfVariant {
  readonly productId: string;
  readonly policies: ReadonlyMap<string, InventoryPolicy>;
}

/** Finds the product of a variant. Stock belongs to variants, and variants lie in product documents. */
export interface VariantDirectory {
  find(context: Context, variantId: string): Promise<ProductOfVariant | undefined>;
  /** Keeps the product as it is until the transaction ends, so that one writer makes a variant's first stock. */
  lock(context: Context, productId: string): Promise<ProductOfVariant | undefined>;
  /** Which of these variants are not the product's any more. */
  removed(context: Context, productId: string, variantIds: readonly string[]): Promise<readonly string[]>;
}

/** A directory over the products' collection, which lists each product under its variants' ids in `byVariant`. */
export function variantDirectory<Product extends StockedProduct>(
  products: Collection<Product>,
): VariantDirectory {
  const facts = (product: Product | undefined): ProductOfVariant | undefined =>
    product && {
      productId: product.id,
      policies: new Map(product.variants.map((variant) => [variant.id, variant.inventoryPolicy])),
    };
  return {
    async find(context, variantId) {
      return facts(await context.store.find(products, 'byVariant', { variantId }));
    },
    async lock(context, productId) {
      return facts(await context.store.get(products, productId, { lock: true }));
    },
    async removed(context, productId, variantIds) {
      const product = facts(await context.store.get(products, productId));
      return variantIds.filter((id) => !product?.policies.has(id));
    },
  };
}

/**
 * The same directory, looking at each product once: for work on many variants in one transaction. What it has
 * locked can't change before the transaction ends.
 */
export function rememberProducts(variants: VariantDirectory): VariantDirectory {
  const byVariant = new Map<string, ProductOfVariant>();
  const locked = new Map<string, ProductOfVariant>();
  return {
    ...variants,
    async find(context, variantId) {
      const known = byVariant.get(variantId) ?? (await variants.find(context, variantId));
      for (const id of known?.policies.keys() ?? []) if (known) byVariant.set(id, known);
      return known;
    },
    async lock(context, productId) {
      const product = locked.get(productId) ?? (await variants.lock(context, productId));
      if (product) locked.set(productId, product);
      return product;
    },
  };
}
