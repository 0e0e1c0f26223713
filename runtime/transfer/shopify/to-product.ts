import type { AttributeFact } from '../store-facts.ts';
import type { Header } from './columns.ts';
import type { ProductRows } from './group-rows.ts';
import { RowCells, type RowFault } from './row-cells.ts';
import { type RowRules, readAttributes, readQuantity, toVariant } from './to-variant.ts';

type Values = Record<string, unknown>;

export interface Picture {
  readonly url: string;
  readonly alt: string;
  readonly line: number;
}

/** A product of the file, before its pictures and its category are looked up. */
export interface ReadProduct {
  readonly handle: string;
  /** Input of the bulk upsert, without media and categories. */
  readonly input: Values & { readonly variants: readonly Values[] };
  /** For each variant: its row, units at hand, and its own picture. */
  readonly variantRows: readonly {
    readonly line: number;
    readonly quantity: number | undefined;
    readonly pictureUrl: string | undefined;
  }[];
  /** Whether the file says that it is to be seen; undefined where it has no such column. */
  readonly isPublished: boolean | undefined;
  /** In the order shown. */
  readonly pictures: readonly Picture[];
  /** Names from the top down; empty for none. */
  readonly categoryPath: readonly string[];
  readonly line: number;
}

export interface ProductRules {
  readonly header: Header;
  readonly currency: string;
  /** The product type that a "Type" means, or what is wrong. */
  productType(
    type: string,
    line: number,
  ):
    | { readonly key: string; readonly attributes: ReadonlyMap<string, AttributeFact> }
    | { readonly fault: string };
  readonly note: (text: string, line: number) => void;
}

const optionColumns = [
  ['option1Name', 'option1Value'],
  ['option2Name', 'option2Value'],
  ['option3Name', 'option3Value'],
] as const;

type OptionColumn = (typeof optionColumns)[number];

interface NamedOption {
  readonly name: string;
  readonly column: OptionColumn[1];
}

/** Names stand in the first row. "Title: Default Title" is how Shopify writes that there is nothing to choose. */
function namedOptions(first: RowCells): NamedOption[] {
  const isPlain =
    first.text('option1Name').toLowerCase() === 'title' &&
    first.text('option1Value').toLowerCase() === 'default title';
  if (isPlain) return [];
  return optionColumns.flatMap(([name, value]) => {
    if (first.text(name) !== '') return [{ name: first.text(name), column: value }];
    if (first.text(value) !== '') first.fault(name, `is missing: "${first.text(value)}" is a value of what?`);
    return [];
  });
}

/** Whether a row is a variant: the first always is, others may only carry a picture. */
function isVariant(cells: RowCells, index: number, options: readonly NamedOption[]): boolean {
  if (index === 0) return true;
  const isSold = cells.text('sku') !== '' || cells.text('price') !== '' || cells.text('barcode') !== '';
  const hasValue = optionColumns.some(([, value]) => cells.text(value) !== '');
  if (!isSold && !hasValue) return false;
  if (options.length === 0) {
    cells.fault('option1Name', 'is missing in the first row: with several variants, what tells them apart?');
  }
  return true;
}

function selectedOptions(cells: RowCells, options: readonly NamedOption[]): Values[] {
  return options.flatMap(({ name, column }) => {
    const value = cells.text(column);
    if (value === '') cells.fault(column, `is empty: every variant has a value of "${name}".`);
    return value === '' ? [] : [{ name, value }];
  });
}

function optionsInUse(options: readonly NamedOption[], variants: readonly RowCells[]): Values[] {
  return options.map(({ name, column }) => ({
    name,
    values: [...new Set(variants.map((cells) => cells.text(column)).filter((value) => value !== ''))],
  }));
}

function readStatus(first: RowCells, rules: ProductRules): string {
  const status = first.text('status').toLowerCase() || 'active';
  if (['active', 'draft', 'archived'].includes(status)) return status;
  if (status === 'unlisted') {
    rules.note('Products that are "unlisted" became drafts.', first.line);
    return 'draft';
  }
  first.fault('status', `must be active, draft or archived, not "${first.text('status')}".`);
  return 'draft';
}

function readPictures(rows: readonly RowCells[]): Picture[] {
  const placed = rows.flatMap((cells, index) => {
    const url = cells.text('imageUrl');
    if (url === '') return [];
    const position = cells.number('imagePosition') ?? index + 1;
    return [{ url, alt: cells.text('imageAlt').slice(0, 512), line: cells.line, position }];
  });
  const sorted = placed.sort((a, b) => a.position - b.position);
  // A variant's own picture need not be among those of the product.
  const own = rows.flatMap((cells) => {
    const url = cells.text('variantImageUrl');
    return url === '' ? [] : [{ url, alt: '', line: cells.line }];
  });
  const byUrl = new Map<string, Picture>();
  for (const { url, alt, line } of [...sorted, ...own])
    if (!byUrl.has(url)) byUrl.set(url, { url, alt, line });
  return [...byUrl.values()];
}

/** `Apparel & Accessories > Clothing > Shirts`. An id of Shopify's taxonomy says no name. */
function readCategory(first: RowCells, rules: ProductRules): string[] {
  const text = first.text('category');
  if (text === '') return [];
  if (/^(gid:\/\/|[a-z]{2}(-\d+)+$|\d+$)/.test(text)) {
    rules.note('Product categories given as ids of Shopify were left out: they have no name.', first.line);
    return [];
  }
  return text
    .split('>')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function readTexts(first: RowCells, rules: ProductRules, description: string): Values {
  const seo = {
    ...(first.has('seoTitle') ? { title: first.text('seoTitle') || null } : {}),
    ...(first.has('seoDescription') ? { description: first.text('seoDescription') || null } : {}),
  };
  const tags = first
    .text('tags')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return {
    status: readStatus(first, rules),
    ...(first.has('description') ? { description } : {}),
    ...(first.has('vendor') ? { brand: first.text('vendor') || null } : {}),
    ...(first.has('tags') ? { tags } : {}),
    ...(Object.keys(seo).length === 0 ? {} : { seo }),
  };
}

/** A product from its rows, or everything that is wrong with them. */
export function toProduct(group: ProductRows, rules: ProductRules): ReadProduct | readonly RowFault[] {
  const { header } = rules;
  const faults: RowFault[] = [];
  for (const { line, cells } of group.rows) {
    const hasMore = cells.slice(header.width).some((cell) => cell.trim() !== '');
    if (cells.length >= header.width && !hasMore) continue;
    const reason = `The row has ${cells.length} cells, the header ${header.width}; is a comma unquoted, or a quote open?`;
    faults.push({ line, field: null, reason });
  }
  if (faults.length > 0) return faults;
  const [first, ...others] = group.rows;
  const firstCells = new RowCells(header, first, faults);
  const rows = [firstCells, ...others.map((row) => new RowCells(header, row, faults))];
  const title = firstCells.text('title');
  if (title === '') firstCells.fault('title', 'is empty in the first row of the product.');
  const productType = rules.productType(firstCells.text('type'), first.line);
  if ('fault' in productType) firstCells.fault('type', productType.fault);
  const rowRules: RowRules = {
    ...{ header, currency: rules.currency, note: rules.note },
    attributes: 'fault' in productType ? new Map() : productType.attributes,
  };
  const options = namedOptions(firstCells);
  const variantCells = rows.filter((cells, index) => isVariant(cells, index, options));
  const variants = variantCells.map((cells) => ({
    options: selectedOptions(cells, options),
    ...toVariant(cells, rowRules),
  }));
  // An empty cell publishes, as it does in Shopify.
  const isPublished = firstCells.has('published') ? (firstCells.boolean('published') ?? true) : undefined;
  const product: ReadProduct = {
    ...{ handle: group.handle, isPublished },
    line: first.line,
    input: {
      ...{ slug: group.slug, title, productType: 'fault' in productType ? '' : productType.key },
      ...readTexts(firstCells, rules, first.cells[header.at.get('description') ?? -1] ?? ''),
      ...readAttributes(firstCells, rowRules, 'product'),
      ...(isPublished === false ? { publications: [] } : {}),
      ...{ options: optionsInUse(options, variantCells), variants },
    },
    variantRows: variantCells.map((cells, index) => ({
      line: cells.line,
      quantity: readQuantity(cells, rowRules, variants[index] ?? {}),
      pictureUrl: cells.text('variantImageUrl') || undefined,
    })),
    pictures: readPictures(rows),
    categoryPath: readCategory(firstCells, rules),
  };
  return faults.length > 0 ? faults : product;
}
