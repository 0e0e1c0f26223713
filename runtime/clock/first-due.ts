import type { Collection, KeyValue, Reader, StoredDocument } from '../store/port.ts';

/**
 * When the first document of an index is due, whose first column that `where` leaves open is a time: for a schedule's
 * `nextDueAt`. The documents are not read.
 *
 * @example
 * nextDueAt: ({ store }) => firstDue(store, carts, 'byDue', { all: 1 }),
 */
export async function firstDue<Doc extends StoredDocument>(
  store: Reader,
  from: Collection<Doc>,
  index: string,
  where: Readonly<Record<string, KeyValue>> = {},
): Promise<Date | undefined> {
  // A collection is asked by its own type; its ids are asked of collections of all types.
  const { items } = await store.queryIds(from as unknown as Collection, { index, where, pageSize: 1 });
  const time = items[0]?.position[Object.keys(where).length];
  return time === undefined ? undefined : new Date(time);
}
