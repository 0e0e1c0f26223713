import { type Collection, collection, type Store, type StoredDocument } from '../../runtime/store/port.ts';
import type { Fault } from './fault.ts';

/** What is kept of a store's faults. */
export interface FaultState {
  /** In the order in which they were set. */
  readonly faults: readonly Fault[];
  /** The number of the next one. */
  readonly next: number;
}

interface FaultDocument extends StoredDocument, FaultState {}

const id = 'faults';

const documents = collection<FaultDocument>({ name: 'emulator_faults', indexes: {} });

/** They lie in the store that they are of, as its clock does: a copy of the store has the faults of its original. */
// A collection is stored by its documents' own type; an engine takes collections of all types.
export const faultCollection = documents as unknown as Collection;

const noFaults: FaultState = { faults: [], next: 1 };

export async function readFaults(store: Store): Promise<FaultState> {
  const document = await store.get(documents, id);
  return document ? { faults: document.faults, next: document.next } : noFaults;
}

export async function writeFaults(store: Store, state: FaultState): Promise<void> {
  await store.transaction(async (writer) => {
    if (await writer.get(documents, id))
      await writer.update(documents, id, (current) => ({ ...current, ...state }));
    else await writer.insert(documents, { id, ...state });
  });
}
