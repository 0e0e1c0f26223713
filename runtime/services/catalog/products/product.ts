import type { CatalogOperations } from '../../../contract/catalog/index.ts';
import type { InputOf, OutputOf } from '../../../contract/operation.ts';

/** A product as it is stored, which is as it is sent: all its variants in it, nothing selected. */
export type Product = OutputOf<CatalogOperations['catalog.products.get']>;
export type Variant = Product['variants'][number];
export type BasePrice = Variant['prices'][number];

export type ProductInput = InputOf<CatalogOperations['catalog.products.create']>;
export type ProductChanges = Omit<InputOf<CatalogOperations['catalog.products.update']>, 'productId'>;
export type VariantInput = NonNullable<ProductInput['variants']>[number];

/** Answers embed this many variants; the others are listed page by page. */
export const embeddedVariants = 100;

/** A stored product as answers embed it. */
export function embedded(product: Product): Product {
  if (product.variantCount <= embeddedVariants) return product;
  return { ...product, variants: product.variants.slice(0, embeddedVariants) };
}
