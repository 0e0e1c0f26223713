import type { Collection, NewDocument, StoredDocument, Writer } from '../../store/port.ts';

/** A counter by its key, with what is added to it. */
export interface CounterChange<Doc extends StoredDocument> {
  readonly id: string;
  /** The counter after the change; `before` is undefined for one that nothing was counted in yet. */
  change(before: Doc | undefined): NewDocument<Doc>;
}

/** Moves counters. Whoever calls holds the lock of the generations, so none is made twice. */
export async function changeCounters<Doc extends StoredDocument>(
  store: Writer,
  counters: Collection<Doc>,
  changes: readonly CounterChange<Doc>[],
): Promise<void> {
  const known = await store.getMany<Doc>(
    counters,
    changes.map(({ id }) => id),
  );
  const fresh: NewDocument<Doc>[] = [];
  for (const [index, { id, change }] of changes.entries()) {
    if (known[index]) await store.update(counters, id, change);
    else fresh.push(change(undefined));
  }
  if (fresh.length > 0) await store.insertMany(counters, fresh);
}
