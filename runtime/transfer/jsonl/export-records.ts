import type { EntryKind } from '../../plan/index.ts';
import { type ExportedProduct, productInput, withAllVariants } from '../product-input.ts';
import { listState, readState } from '../read-state.ts';
import type { RecordKind } from '../report.ts';
import { readLocations } from '../store-facts.ts';
import { type ExportClient, listAll, type TransferClient } from '../transfer-client.ts';
import { exportVersion } from './header.ts';

export interface ExportRecordsOptions {
  readonly client: ExportClient;
  /** Whether pictures and other media files are written too. */
  readonly withFiles: boolean;
  /** Called for each record. */
  readonly onRecord: (kind: RecordKind) => void;
}

function line(kind: RecordKind, data: unknown): string {
  return `${JSON.stringify({ kind, data })}\n`;
}

/** Records of a kind as the store's state has them, with their ids. */
async function* entries(client: TransferClient, kind: EntryKind) {
  for await (const ids of listState(client, kind)) {
    for (const content of await readState(client, kind, ids)) if (content) yield content;
  }
}

async function* media({ client, withFiles }: ExportRecordsOptions): AsyncGenerator<object> {
  interface Media {
    readonly id: string;
    readonly filename: string;
    readonly alt: string;
    readonly contentType: string;
    readonly url: string;
  }
  for await (const { id, filename, alt, contentType, url } of listAll<Media>(client, 'catalog.media.list')) {
    const file = withFiles ? Buffer.from(await client.download(url)).toString('base64') : undefined;
    yield { id, filename, alt, contentType, ...(file === undefined ? {} : { file }) };
  }
}

async function* collections(client: TransferClient): AsyncGenerator<object> {
  for await (const { productIds: _, ...collection } of entries(client, 'collection')) yield collection;
}

/** Products of manual collections, in their order, 1,000 a record. */
async function* collectionProducts(client: TransferClient): AsyncGenerator<object> {
  for await (const { id, productIds } of entries(client, 'collection')) {
    const ids = Array.isArray(productIds) ? productIds : [];
    for (let position = 0; position < ids.length; position += 1000) {
      yield { collectionId: id, position, productIds: ids.slice(position, position + 1000) };
    }
  }
}

async function* products(client: TransferClient): AsyncGenerator<object> {
  for await (const product of listAll<ExportedProduct>(client, 'catalog.products.list', { sort: 'oldest' })) {
    yield productInput(await withAllVariants(client, product));
  }
}

async function* stockLevels(client: TransferClient): AsyncGenerator<object> {
  interface Level {
    readonly variantId: string;
    readonly locationId: string;
    readonly onHand: number;
    readonly safetyStock: number;
  }
  for (const { id } of await readLocations(client)) {
    const levels = listAll<Level>(client, 'catalog.inventory.listLevels', { locationId: id });
    for await (const { variantId, locationId, onHand, safetyStock } of levels) {
      yield { variantId, locationId, onHand, safetyStock };
    }
  }
}

/** The catalog of a store as lines of text: each record after those that it refers to. */
export async function* exportRecords(options: ExportRecordsOptions): AsyncGenerator<string> {
  const { client, onRecord } = options;
  const { name } = (await client.execute('store.settings.get', {})) as { name: string };
  yield `${JSON.stringify({ headlesspro: 'export', version: exportVersion, store: name })}\n`;
  const kinds: readonly (readonly [RecordKind, AsyncIterable<object>])[] = [
    ['location', entries(client, 'location')],
    ['category', entries(client, 'category')],
    ['media', media(options)],
    ['collection', collections(client)],
    ['product', products(client)],
    ['collection_products', collectionProducts(client)],
    ['price_list', entries(client, 'price_list')],
    ['list_price', entries(client, 'list_price')],
    ['promotion', entries(client, 'promotion')],
    ['stock_level', stockLevels(client)],
  ];
  for (const [kind, records] of kinds) {
    for await (const record of records) {
      onRecord(kind);
      yield line(kind, record);
    }
  }
}
