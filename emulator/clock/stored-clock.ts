import { type Collection, collection, type Store, type StoredDocument } from '../../runtime/store/port.ts';
import { type ClockState, realTime } from './clock-state.ts';

interface ClockDocument extends StoredDocument, ClockState {}

const id = 'clock';

const clocks = collection<ClockDocument>({ name: 'emulator_clock', indexes: {} });

/**
 * It lies in the store whose clock it is, so that it is on disk when a change is answered, and so that a copy of the
 * store has the time of its original.
 */
// A collection is stored by its documents' own type; an engine takes collections of all types.
export const clockCollection = clocks as unknown as Collection;

export async function readClock(store: Store): Promise<ClockState> {
  const document = await store.get(clocks, id);
  return document ? { offset: document.offset, frozenAt: document.frozenAt } : realTime;
}

export async function writeClock(store: Store, state: ClockState): Promise<void> {
  await store.transaction(async (writer) => {
    if (await writer.get(clocks, id))
      await writer.update(clocks, id, (current) => ({ ...current, ...state }));
    else await writer.insert(clocks, { id, ...state });
  });
}
