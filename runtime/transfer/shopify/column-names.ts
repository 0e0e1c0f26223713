/**
 * The columns of Shopify's product CSV, each by the names that it has had: that of the present template first, which
 * is also what an export writes, then those of older exports. Names are compared without regard to case.
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
  seoTitle: ['SEO title'],
  seoDescription: ['SEO description'],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof columnNames;

interface LeftOut {
  readonly pattern: RegExp;
  readonly reason: string;
  /** Values that say nothing, so that leaving them out needs no word. */
  readonly without?: readonly string[];
}

/** Columns that are left out, and why; a note is made where one holds a value that says something. */
export const leftOut: readonly LeftOut[] = [
  { pattern: /^google shopping \//, reason: 'is for Google Shopping' },
  {
    pattern: /metafields?\./,
    reason:
      'is a metafield, and the store has no attribute of that name; declare one in the config to keep it',
  },
  { pattern: /^included \//, reason: 'is about a market; a product is published per channel here' },
  {
    pattern: /^(price|compare[- ]at price) \//,
    reason: 'is about a market; a column named by a currency of the store ("Price / EUR") is read',
  },
  { pattern: /^(variant )?fulfillment service$/, reason: 'is about fulfilment', without: ['manual'] },
  {
    pattern: /^(charge tax|variant taxable)$/,
    reason: 'is about tax; set a tax class instead',
    without: ['true'],
  },
  { pattern: /^gift card$/, reason: 'marks gift cards, which became ordinary products', without: ['false'] },
  {
    pattern: /^option[123] linked to$/,
    reason: 'links an option to a metafield; its values are kept as text',
  },
  { pattern: /unit price /, reason: 'is about prices per unit of measure' },
];

/** Why a column is not read: for a note, after its name. */
export function leftOutReason(name: string): Pick<LeftOut, 'reason' | 'without'> {
  return leftOut.find(({ pattern }) => pattern.test(name)) ?? { reason: 'is not a column that is known' };
}
