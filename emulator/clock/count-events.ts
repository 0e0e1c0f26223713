import type { Outbox } from '../../runtime/store/port.ts';

const pageSize = 1000;

/** How many events of each type a store's log has after a sequence. */
export async function countEvents(
  outbox: Pick<Outbox, 'events'>,
  storeId: string,
  after: number,
): Promise<Record<string, number>> {
  const counts = new Map<string, number>();
  for (let last = after; ; ) {
    const events = await outbox.events(storeId, { after: last, limit: pageSize });
    for (const { type } of events) counts.set(type, (counts.get(type) ?? 0) + 1);
    const end = events.at(-1);
    if (!end || events.length < pageSize) break;
    last = end.sequence;
  }
  return Object.fromEntries([...counts].sort(([one], [other]) => one.localeCompare(other)));
}
