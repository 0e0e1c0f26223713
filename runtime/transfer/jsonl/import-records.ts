import type { ImportWork } from '../import-work.ts';
import type { RecordKind } from '../report.ts';
import { readStoreFacts } from '../store-facts.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { readRecords, type TransferRecord } from './read-records.ts';
import { RecordTools, type WriteRecords } from './record-tools.ts';
import { writeCollectionProducts } from './write-collection-products.ts';
import { writeListPrices } from './write-list-prices.ts';
import { writeMedia } from './write-media.ts';
import { ProductWriter } from './write-products.ts';
import { writeResources } from './write-resources.ts';
import { writeStockLevels } from './write-stock-levels.ts';

/** Records that are written together, at most; media files are large, so they go one by one. */
const together: Readonly<Partial<Record<RecordKind, number>>> = {
  media: 1,
  list_price: 500,
  stock_level: 500,
};

function writers(): Readonly<Record<Exclude<RecordKind, 'product'>, WriteRecords>> {
  return {
    location: writeResources('location'),
    category: writeResources('category'),
    media: writeMedia,
    collection: writeResources('collection'),
    collection_products: writeCollectionProducts(),
    price_list: writeResources('price_list'),
    list_price: writeListPrices,
    promotion: writeResources('promotion'),
    stock_level: writeStockLevels,
  };
}

/** Imports our own JSON Lines: record after record, those of a kind that follow one another in one go. */
export async function importRecords({ client, pieces, report, tick, isStopped }: ImportWork): Promise<void> {
  const tools = new RecordTools(client, report);
  const write = writers();
  const products = new ProductWriter(tools, await readStoreFacts(client));
  let waiting: TransferRecord[] = [];

  const flush = async () => {
    const records = waiting;
    waiting = [];
    const kind = records[0]?.kind;
    if (kind === 'product') await products.flush();
    else if (kind) await write[kind](records, tools);
  };

  try {
    for await (const record of readRecords(pieces)) {
      if (isStopped()) break;
      report.records += 1;
      tick();
      if ('reason' in record) {
        report.refuse({ ...record, kind: null, subject: null, field: null });
        continue;
      }
      if (waiting[0] && waiting[0].kind !== record.kind) await flush();
      if (record.kind === 'product') {
        // Gathered by the writer itself, by size.
        waiting = [record];
        await products.add(record);
      } else {
        waiting.push(record);
        if (waiting.length >= (together[record.kind] ?? 100)) await flush();
      }
    }
    await flush();
    await products.finish(isStopped);
  } catch (error) {
    // What was read before the file broke off goes in.
    if (error instanceof UnreadableFile) {
      await flush();
      await products.finish(isStopped);
    }
    throw error;
  } finally {
    await products.remove();
  }
}
