import type { AttributeFact } from '../store-facts.ts';
import { type Column, columnNames } from './column-names.ts';

/** In the order of Shopify's own template. */
const order: readonly Column[] = [
  'title',
  'handle',
  'description',
  'vendor',
  'category',
  'type',
  'tags',
  'published',
  'status',
  'sku',
  'barcode',
  'option1Name',
  'option1Value',
  'option2Name',
  'option2Value',
  'option3Name',
  'option3Value',
  'price',
  'compareAtPrice',
  'cost',
  'taxCode',
  'inventoryTracker',
  'inventoryQuantity',
  'inventoryPolicy',
  'grams',
  'weightUnit',
  'requiresShipping',
  'imageUrl',
  'imagePosition',
  'imageAlt',
  'variantImageUrl',
  'seoTitle',
  'seoDescription',
];

export interface ExportColumns {
  readonly names: readonly string[];
  readonly known: readonly Column[];
  /** The first is that of the plain price columns. */
  readonly currencies: readonly string[];
  readonly attributes: readonly AttributeFact[];
}

/** `Fabric (product.metafields.custom.fabric)`, as Shopify names a metafield's column. */
function attributeColumn({ name, level }: AttributeFact): string {
  return `${name} (${level}.metafields.custom.${name})`;
}

export function exportColumns(
  currencies: readonly string[],
  attributes: readonly AttributeFact[],
): ExportColumns {
  const prices = currencies
    .slice(1)
    .flatMap((currency) => [`Price / ${currency}`, `Compare-at price / ${currency}`]);
  const known = order.map((column) => columnNames[column][0]);
  return {
    names: [...known, ...prices, ...attributes.map(attributeColumn)],
    known: order,
    currencies,
    attributes,
  };
}
