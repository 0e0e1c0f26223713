/**
 * The columns of Shopify's product CSV, each by the names that it has had: that of exports until 2024 and that of
 * the present template. Names are compared without regard to case.
 *
 * @see https://help.shopify.com/en/manual/products/import-export/using-csv
 */
export const columnNames = {
  title: ['Title'],
  handle: ['URL handle', 'Handle'],
  description: ['Description', 'Body (HTML)', 'Body HTML', 'Body'],
  vendor: ['Vendor'],
  category: ['Product category', 'Standardized Product Type', 'Standard Product Type'],
  type: ['Type', 'Custom Product Type'],
  tags: ['Tags'],
  published: ['Published on online store', 'Published'],
  status: ['Status'],
  sku: ['SKU', 'Variant SKU'],
  barcode: ['Barcode', 'Variant Barcode'],
  option1Name: ['Option1 name'],
  option1Value: ['Option1 value'],
  option2Name: ['Option2 name'],
  option2Value: ['Option2 value'],
  option3Name: ['Option3 name'],
  option3Value: ['Option3 value'],
  price: ['Price', 'Variant Price'],
  compareAtPrice: ['Compare-at price', 'Compare at price', 'Variant Compare At Price'],
  cost: ['Cost per item', 'Variant Cost'],
  chargeTax: ['Charge tax', 'Variant Taxable'],
  taxCode: ['Tax code', 'Variant Tax Code'],
  inventoryTracker: ['Inventory tracker', 'Variant Inventory Tracker'],
  inventoryQuantity: ['Inventory quantity', 'Variant Inventory Qty', 'Variant Inventory Quantity'],
  inventoryPolicy: ['Continue selling when out of stock', 'Variant Inventory Policy'],
  grams: ['Weight value (grams)', 'Variant Grams'],
  weightUnit: ['Weight unit for display', 'Variant Weight Unit'],
  requiresShipping: ['Requires shipping', 'Variant Requires Shipping'],
  imageUrl: ['Product image URL', 'Image Src'],
  imagePosition: ['Image position'],
  imageAlt: ['Image alt text'],
  variantImageUrl: ['Variant image URL', 'Variant Image'],
  giftCard: ['Gift card'],
  seoTitle: ['SEO title'],
  seoDescription: ['SEO description'],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof columnNames;

/** Columns that are known and say nothing that this platform keeps; no note is made of them. */
const silent = [
  /^option[123] linked to$/,
  /^(variant )?fulfillment service$/,
  /^unit price /,
  /^variant unit price /,
];

/** Columns that are left out, and why; a note is made where one holds a value. */
const leftOut: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^google shopping \//, 'is for Google Shopping and was not read'],
  [
    /metafields?\./,
    'is a metafield and was not read; declare an attribute and name the column "attributes.<name>"',
  ],
  [/^included \//, 'is about a market and was not read; publications are per channel'],
  [
    /^(price|compare[- ]at price) \//,
    'is about a market and was not read; name it by a currency of the store',
  ],
];

export interface Header {
  /** Where each known column is. */
  readonly at: ReadonlyMap<Column, number>;
  readonly nameOf: (column: Column) => string;
  /** Prices in other currencies: `Price / USD`. */
  readonly prices: readonly {
    readonly currency: string;
    readonly price: number;
    readonly compareAt: number | undefined;
  }[];
  readonly attributes: readonly {
    readonly name: string;
    readonly level: 'product' | 'variant';
    readonly at: number;
  }[];
  /** Columns that are not read, to be noted where they hold something. */
  readonly ignored: readonly { readonly at: number; readonly note: string }[];
  readonly width: number;
}

function findPrices(names: readonly string[], currencies: readonly string[]): Header['prices'] {
  return currencies.flatMap((currency) => {
    const suffix = `/ ${currency.toLowerCase()}`;
    const price = names.indexOf(`price ${suffix}`);
    const compareAt = names.findIndex(
      (name) => /^compare[- ]at price \//.test(name) && name.endsWith(suffix),
    );
    return price < 0 ? [] : [{ currency, price, compareAt: compareAt < 0 ? undefined : compareAt }];
  });
}

/** Reads the header row. Throws where the file is no product CSV at all. */
export function readHeader(cells: readonly string[], currencies: readonly string[]): Header {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const at = new Map<Column, number>();
  for (const [column, aliases] of Object.entries(columnNames) as [Column, readonly string[]][]) {
    const index = aliases.map((alias) => names.indexOf(alias.toLowerCase())).find((found) => found >= 0);
    if (index !== undefined) at.set(column, index);
  }
  if (!at.has('title')) {
    throw new Error(
      `This is no Shopify product CSV: its first line has no column "Title" (it begins with "${cells.slice(0, 3).join(', ')}").`,
    );
  }
  const prices = findPrices(names, currencies);
  const used = new Set([...at.values(), ...prices.flatMap(({ price, compareAt }) => [price, compareAt])]);
  const attributes = cells.flatMap((cell, index) => {
    const match = /^\s*(variant\.)?attributes\.(\w+)\s*$/.exec(cell);
    if (!match?.[2]) return [];
    used.add(index);
    return [{ name: match[2], level: match[1] ? ('variant' as const) : ('product' as const), at: index }];
  });
  const ignored = names.flatMap((name, index) => {
    if (used.has(index) || name === '' || silent.some((pattern) => pattern.test(name))) return [];
    const reason = leftOut.find(([pattern]) => pattern.test(name))?.[1] ?? 'is not known and was not read';
    return [{ at: index, note: `Column "${cells[index]?.trim()}" ${reason}.` }];
  });
  const nameOf = (column: Column) => cells[at.get(column) ?? -1]?.trim() ?? columnNames[column][0];
  return { at, nameOf, prices, attributes, ignored, width: cells.length };
}
