import { decimalOf } from '../../money/index.ts';
import { writeAttribute } from './attribute-value.ts';
import type { Column } from './column-names.ts';
import type { ExportColumns } from './export-columns.ts';
import { gramsOf, type Weight } from './weight.ts';

interface SoldVariant {
  readonly id: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly prices: readonly {
    readonly amount: number;
    readonly currency: string;
    readonly compareAtAmount: number | null;
    readonly minimumQuantity: number;
  }[];
  readonly cost: { readonly amount: number; readonly currency: string } | null;
  readonly weight: Weight | null;
  readonly dimensions: object | null;
  readonly mediaIds: readonly string[];
  readonly inventoryPolicy: 'track' | 'backorder' | 'untracked';
  readonly requiresShipping: boolean;
  readonly taxClass: string | null;
}

/** A product of the contract, as far as the format has a place for it. */
export interface SoldProduct {
  readonly title: string;
  readonly slug: string;
  readonly description: string;
  readonly brand: string | null;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly status: string;
  readonly seo: { readonly title: string | null; readonly description: string | null };
  readonly options: readonly { readonly name: string }[];
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly variants: readonly SoldVariant[];
  readonly media: readonly { readonly mediaId: string; readonly url: string; readonly alt: string }[];
  readonly categoryIds: readonly string[];
  readonly publications: readonly unknown[];
  readonly translations: readonly unknown[];
  readonly related: readonly unknown[];
}

export interface ToRowsRules {
  readonly columns: ExportColumns;
  /** Units on hand by variant. */
  readonly quantities: ReadonlyMap<string, number>;
  readonly categoryPaths: ReadonlyMap<string, string>;
  /** Names by key. */
  readonly productTypes: ReadonlyMap<string, string>;
  /** The whole address of a file. */
  fileUrl(url: string): Promise<string>;
}

type Cells = Partial<Record<Column, string>>;

const upper = (value: boolean) => (value ? 'TRUE' : 'FALSE');

function productCells(product: SoldProduct, { categoryPaths, productTypes }: ToRowsRules): Cells {
  return {
    title: product.title,
    description: product.description,
    vendor: product.brand ?? '',
    category: categoryPaths.get(product.categoryIds[0] ?? '') ?? '',
    type: productTypes.get(product.productType) ?? product.productType,
    tags: product.tags.join(', '),
    published: upper(product.publications.length > 0),
    status: product.status,
    seoTitle: product.seo.title ?? '',
    seoDescription: product.seo.description ?? '',
  };
}

/** A product without options is written as Shopify does: "Title: Default Title". */
function optionCells(product: SoldProduct, variant: SoldVariant): Cells {
  if (product.options.length === 0) return { option1Name: 'Title', option1Value: 'Default Title' };
  const [first, second, third] = product.options.map(({ name }) => name);
  const chosen = (name: string | undefined) =>
    variant.options.find((option) => option.name === name)?.value ?? '';
  return {
    ...{ option1Name: first ?? '', option1Value: chosen(first) },
    ...{ option2Name: second ?? '', option2Value: chosen(second) },
    ...{ option3Name: third ?? '', option3Value: chosen(third) },
  };
}

function priceIn(variant: SoldVariant, currency: string): [price: string, compareAt: string] {
  const price = variant.prices.find(
    (candidate) => candidate.currency === currency && candidate.minimumQuantity === 1,
  );
  if (!price) return ['', ''];
  const { amount, compareAtAmount } = price;
  const compareAt = compareAtAmount === null ? '' : decimalOf(compareAtAmount, currency);
  return [decimalOf(amount, currency), compareAt];
}

function variantCells(variant: SoldVariant, { columns, quantities }: ToRowsRules): Cells {
  const { sku, barcode, cost, weight, inventoryPolicy, taxClass } = variant;
  const [price, compareAtPrice] = priceIn(variant, columns.currencies[0] ?? '');
  const quantity = quantities.get(variant.id);
  return {
    ...{ sku: sku ?? '', barcode: barcode ?? '', price, compareAtPrice },
    cost: cost && cost.currency === columns.currencies[0] ? decimalOf(cost.amount, cost.currency) : '',
    taxCode: taxClass ?? '',
    inventoryTracker: inventoryPolicy === 'untracked' ? '' : 'shopify',
    inventoryQuantity: quantity === undefined ? '' : String(quantity),
    inventoryPolicy: inventoryPolicy === 'backorder' ? 'CONTINUE' : 'DENY',
    grams: weight ? String(gramsOf(weight)) : '',
    weightUnit: weight?.unit ?? '',
    requiresShipping: upper(variant.requiresShipping),
  };
}

/** Rows of a product: one for each variant, and more where there are more pictures. */
export async function toRows(product: SoldProduct, rules: ToRowsRules): Promise<readonly string[][]> {
  const { columns, fileUrl } = rules;
  const urls = new Map<string, string>();
  for (const { mediaId, url } of product.media) urls.set(mediaId, await fileUrl(url));
  const rows: string[][] = [];
  const count = Math.max(product.variants.length, product.media.length);
  for (let index = 0; index < count; index += 1) {
    const variant = product.variants[index];
    const picture = product.media[index];
    const cells: Cells = {
      handle: product.slug,
      ...(index === 0 ? productCells(product, rules) : {}),
      ...(variant ? { ...optionCells(product, variant), ...variantCells(variant, rules) } : {}),
      ...(picture
        ? {
            imageUrl: urls.get(picture.mediaId) ?? '',
            imagePosition: String(index + 1),
            imageAlt: picture.alt,
          }
        : {}),
      variantImageUrl: urls.get(variant?.mediaIds[0] ?? '') ?? '',
    };
    const prices = columns.currencies
      .slice(1)
      .flatMap((currency) => (variant ? priceIn(variant, currency) : ['', '']));
    const attributes = columns.attributes.map(({ name, level }) => {
      if (level === 'variant') return writeAttribute(variant?.attributes[name]);
      return index === 0 ? writeAttribute(product.attributes[name]) : '';
    });
    rows.push([...columns.known.map((column) => cells[column] ?? ''), ...prices, ...attributes]);
  }
  return rows;
}
