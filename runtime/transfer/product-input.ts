import { listAll, type TransferClient } from './transfer-client.ts';

interface ExportedVariant {
  readonly id: string;
  readonly [property: string]: unknown;
}

/** A product as the platform answers, as far as it is looked at here. */
export interface ExportedProduct {
  readonly id: string;
  readonly variantCount: number;
  readonly variants: readonly ExportedVariant[];
  readonly media: readonly { readonly mediaId: string; readonly alt: string }[];
  readonly [property: string]: unknown;
}

/** Answers embed the first 100 variants; the rest is read page by page. */
export async function withAllVariants<Product extends ExportedProduct>(
  client: TransferClient,
  product: Product,
): Promise<Product> {
  if (product.variants.length === product.variantCount) return product;
  const variants: ExportedVariant[] = [];
  const all = listAll<ExportedVariant>(client, 'catalog.variants.list', { productId: product.id });
  for await (const variant of all) variants.push(variant);
  return { ...product, variants };
}

/** What of a product its create operation takes: everything but what the platform makes itself. */
export function productInput(product: ExportedProduct): Readonly<Record<string, unknown>> {
  const { version: _1, createdAt: _2, updatedAt: _3, variantCount: _4, variants, media, ...rest } = product;
  return {
    ...rest,
    variants: variants.map(({ title: _5, price: _6, availability: _7, ...variant }) => variant),
    media: media.map(({ mediaId, alt }) => ({ mediaId, alt })),
  };
}
