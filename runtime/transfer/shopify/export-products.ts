import { stringify } from 'csv-stringify/sync';
import { type ExportedProduct, withAllVariants } from '../product-input.ts';
import type { RecordKind } from '../report.ts';
import { type AttributeFact, readLocations, readStoreFacts } from '../store-facts.ts';
import { type ExportClient, listAll, type TransferClient } from '../transfer-client.ts';
import { type ExportColumns, exportColumns } from './export-columns.ts';
import { type SoldProduct, toRows } from './to-rows.ts';

export interface ExportProductsOptions {
  readonly client: ExportClient;
  readonly onRecord: (kind: RecordKind) => void;
  readonly onNote: (note: string) => void;
}

/** Units on hand by variant, over all active locations: the format knows of one. */
async function readQuantities(
  client: TransferClient,
  onNote: (note: string) => void,
): Promise<ReadonlyMap<string, number>> {
  interface Level {
    readonly variantId: string;
    readonly onHand: number;
  }
  const quantities = new Map<string, number>();
  const locations = (await readLocations(client)).filter(({ isActive }) => isActive);
  if (locations.length > 1) {
    onNote(`Quantities are the sum of ${locations.length} locations: the format knows of one.`);
  }
  for (const { id } of locations) {
    const levels = listAll<Level>(client, 'catalog.inventory.listLevels', { locationId: id });
    for await (const { variantId, onHand } of levels) {
      quantities.set(variantId, (quantities.get(variantId) ?? 0) + onHand);
    }
  }
  return quantities;
}

/** Names of categories from the top down, by id: `Clothing > Shirts`. */
async function readCategoryPaths(client: TransferClient): Promise<ReadonlyMap<string, string>> {
  interface Category {
    readonly id: string;
    readonly name: string;
    readonly path: readonly string[];
  }
  const names = new Map<string, string>();
  const paths = new Map<string, string>();
  for await (const { id, name, path } of listAll<Category>(client, 'catalog.categories.list')) {
    names.set(id, name);
    paths.set(id, [...path.map((ancestor) => names.get(ancestor) ?? ''), name].join(' > '));
  }
  return paths;
}

/** What of a product the format has no place for. */
function noteLosses(product: SoldProduct, onNote: (note: string) => void): void {
  const losses: readonly (readonly [boolean, string])[] = [
    [product.translations.length > 0, 'Translations'],
    [product.related.length > 0, 'Related products'],
    [product.categoryIds.length > 1, 'Categories after the first'],
    [product.variants.some(({ dimensions }) => dimensions !== null), 'Dimensions'],
    [
      product.variants.some(({ prices }) => prices.some(({ minimumQuantity }) => minimumQuantity > 1)),
      'Prices from a quantity on',
    ],
  ];
  for (const [isLost, what] of losses) {
    if (isLost) onNote(`${what} were left out: a Shopify CSV has no place for them.`);
  }
}

/** Products as a CSV that Shopify reads, and `importShopifyProducts` too. */
export async function* exportProducts(options: ExportProductsOptions): AsyncGenerator<string> {
  const { client, onRecord } = options;
  const noted = new Set<string>();
  const onNote = (note: string) => {
    if (!noted.has(note)) options.onNote(note);
    noted.add(note);
  };
  onNote('A Shopify CSV has products alone; write JSON Lines for the whole catalog.');
  const facts = await readStoreFacts(client);
  const attributes = new Map<string, AttributeFact>(
    facts.productTypes.flatMap((type) => type.attributes.map((attribute) => [attribute.name, attribute])),
  );
  const columns: ExportColumns = exportColumns(facts.currencies, [...attributes.values()]);
  const rules = {
    columns,
    quantities: await readQuantities(client, onNote),
    categoryPaths: await readCategoryPaths(client),
    productTypes: new Map(facts.productTypes.map(({ key, name }) => [key, name])),
    fileUrl: (url: string) => client.fileUrl(url),
  };
  yield stringify([columns.names]);
  const products = listAll<ExportedProduct>(client, 'catalog.products.list', { sort: 'oldest' });
  for await (const listed of products) {
    // The operation answers with products as the contract has them.
    const product = (await withAllVariants(client, listed)) as unknown as SoldProduct;
    if (product.options.length > 3) {
      onNote(`"${product.title}" was left out: it has ${product.options.length} options, Shopify allows 3.`);
      continue;
    }
    noteLosses(product, onNote);
    onRecord('product');
    yield stringify([...(await toRows(product, rules))]);
  }
}
