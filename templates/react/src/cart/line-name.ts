import type { CartLine } from '../headlesspro/storefront.js';

/** The title with the variant, where there are several: "Trail runner, 42 / Moss". */
export function nameOfLine({ title, variantTitle }: Pick<CartLine, 'title' | 'variantTitle'>): string {
  return variantTitle === '' ? title : `${title}, ${variantTitle}`;
}
