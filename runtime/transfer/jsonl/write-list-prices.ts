import { readState } from '../read-state.ts';
import { refusalReason } from '../refusal-reason.ts';
import { refusalOf } from '../transfer-client.ts';
import type { TransferRecord } from './read-records.ts';
import type { RecordTools, WriteRecords } from './record-tools.ts';

/** What makes it the same price: also its id in the store's state. */
function keyOf({ data }: TransferRecord): string {
  return [data.priceListId, data.variantId, data.currency, data.minimumQuantity ?? 1].join('/');
}

/** Index of the price that an error is about: `/prices/3/variantId`. */
function placeOf(pointer: string): number | undefined {
  const match = /^\/prices\/(\d+)/.exec(pointer);
  return match ? Number(match[1]) : undefined;
}

/** The call is one for all prices of a list: those that it names as faulty are taken out and it is made again. */
async function setPrices(
  tools: RecordTools,
  priceListId: unknown,
  records: readonly TransferRecord[],
  done: (record: TransferRecord) => void,
): Promise<void> {
  if (records.length === 0) return;
  const prices = records.map(({ data: { priceListId: _, ...price } }) => price);
  try {
    await tools.client.execute('catalog.priceLists.setPrices', { priceListId, prices });
    for (const record of records) done(record);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const faults = new Map<number, { pointer: string; message: string }[]>();
    for (const { pointer, message } of refusal.errors) {
      const place = placeOf(pointer);
      if (place === undefined) continue;
      const inside = pointer.replace(/^\/prices\/\d+/, '');
      faults.set(place, [...(faults.get(place) ?? []), { pointer: inside, message }]);
    }
    records.forEach((record, index) => {
      const errors = faults.get(index);
      const [first] = errors ?? [];
      if (faults.size > 0 && !first) return;
      const detail = first ? `${first.pointer} ${first.message}` : refusal.message;
      const { reason, field } = refusalReason(detail, errors ?? []);
      tools.refuse(record, reason, field);
    });
    const good = records.filter((_, index) => faults.size > 0 && !faults.has(index));
    await setPrices(tools, priceListId, good, done);
  }
}

/** Prices of price lists; what is as it should be is not sent. */
export const writeListPrices: WriteRecords = async (records, tools) => {
  const contents = await readState(tools.client, 'list_price', records.map(keyOf));
  const byList = new Map<unknown, TransferRecord[]>();
  const before = new Set<TransferRecord>();
  for (const [index, record] of records.entries()) {
    const content = contents[index];
    const isSame = content && Object.entries(record.data).every(([name, value]) => content[name] === value);
    if (content) before.add(record);
    if (isSame) tools.count(record, 'unchanged');
    else {
      const list = byList.get(record.data.priceListId) ?? [];
      byList.set(record.data.priceListId, [...list, record]);
    }
  }
  for (const [priceListId, changed] of byList) {
    await setPrices(tools, priceListId, changed, (record) =>
      tools.count(record, before.has(record) ? 'updated' : 'created'),
    );
  }
};
