import type { Product, ProductMedia, Variant } from '../headlesspro/storefront.js';

/** What can be shown as a picture; a product may also have videos and documents. */
export function picturesOf({ media }: Pick<Product, 'media'>): readonly ProductMedia[] {
  return media.filter(({ contentType }) => contentType.startsWith('image/'));
}

/** The picture of a variant, or else of its product. */
export function pictureOf(product: Product, variant: Variant | undefined): ProductMedia | undefined {
  const pictures = picturesOf(product);
  return pictures.find(({ mediaId }) => variant?.mediaIds.includes(mediaId)) ?? pictures[0];
}
