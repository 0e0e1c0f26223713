import type { Column } from './column-names.ts';
import type { Header } from './columns.ts';
import type { ReadProduct } from './to-product.ts';

/** Where what the platform calls by a pointer stands in the file. */
const columnOf: Readonly<Record<string, Column>> = {
  title: 'title',
  slug: 'handle',
  description: 'description',
  brand: 'vendor',
  productType: 'type',
  tags: 'tags',
  status: 'status',
  sku: 'sku',
  barcode: 'barcode',
  options: 'option1Value',
  prices: 'price',
  cost: 'cost',
  weight: 'grams',
  taxClass: 'taxCode',
  seo: 'seoTitle',
  media: 'imageUrl',
};

/** Line and column of a JSON pointer into a product's input. */
export function placeOfFault(
  pointer: string,
  product: ReadProduct,
  header: Header,
): { readonly line: number; readonly field: string | null } {
  const [, index, inside] = /^\/variants\/(\d+)(.*)$/.exec(pointer) ?? [];
  const [, name = '', attributeName] = (inside ?? pointer).split('/');
  const line = index === undefined ? product.line : product.variantRows[Number(index)]?.line;
  const attribute = header.attributes.find((column) => column.attribute.name === attributeName);
  const column = columnOf[name];
  const known = column && header.at.has(column) ? header.nameOf(column) : null;
  return {
    line: line ?? product.line,
    field: name === 'attributes' ? (attribute?.name ?? attributeName ?? null) : known,
  };
}
