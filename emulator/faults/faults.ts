import type { Store } from '../../runtime/store/port.ts';
import { draw } from './draw.ts';
import type { Call, Fault } from './fault.ts';
import { faultFor } from './fault-for.ts';
import { type FaultState, readFaults, writeFaults } from './stored-faults.ts';

export interface FaultsOptions {
  readonly storeOf: (storeId: string) => Store;
  readonly onFailure: (error: unknown) => void;
}

/** The faults of all stores of this process. */
export interface Faults {
  /** Whether none is set in a store, as far as that is known. Asked with every call, and costs next to nothing. */
  areNone(storeId: string): boolean;
  list(storeId: string): Promise<readonly Fault[]>;
  /** Which fault strikes a call, if any: it is counted, and the count is on disk. */
  strike(storeId: string, call: Call): Promise<Fault | undefined>;
  /** Adds faults behind those that are set; their ids are given here. Resolves when they are on disk. */
  add(storeId: string, faults: readonly Omit<Fault, 'id'>[]): Promise<readonly Fault[]>;
  /** Takes those away that are chosen. Answers how many they were. */
  remove(storeId: string, isChosen: (fault: Fault) => boolean): Promise<number>;
  /** Takes up the faults that a store was left with; to be asked before anything else is asked of the store. */
  load(storeId: string, store: Store): Promise<void>;
  forget(storeId: string): void;
  /** Aborted when the emulator ends: nobody is held up any longer. */
  readonly ending: AbortSignal;
  /** Lets everything go that is held up, and resolves when all counts are written. */
  close(): Promise<void>;
}

interface Kept {
  state: FaultState;
  /** The write that is under way, and the one that comes after it with everything counted until it begins. */
  writing: Promise<void>;
  next: Promise<void> | undefined;
}

export function createFaults({ storeOf, onFailure }: FaultsOptions): Faults {
  const stores = new Map<string, Kept>();
  const ending = new AbortController();

  /** What is in memory is newer than what is on disk, and stays. */
  async function load(storeId: string, store: Store): Promise<Kept> {
    const state = await readFaults(store);
    const kept = stores.get(storeId) ?? { state, writing: Promise.resolve(), next: undefined };
    stores.set(storeId, kept);
    return kept;
  }

  /** The file of a sandbox may not have been opened yet. */
  async function keptOf(storeId: string): Promise<Kept> {
    return stores.get(storeId) ?? load(storeId, storeOf(storeId));
  }

  /** Calls come side by side, and a thousand counts need no thousand writes. */
  function save(storeId: string, kept: Kept): Promise<void> {
    kept.next ??= kept.writing
      .catch(() => undefined)
      .then(() => {
        kept.next = undefined;
        kept.writing = writeFaults(storeOf(storeId), kept.state);
        return kept.writing;
      });
    return kept.next;
  }

  return {
    areNone: (storeId) => stores.get(storeId)?.state.faults.length === 0,
    list: async (storeId) => (await keptOf(storeId)).state.faults,
    async strike(storeId, call) {
      const kept = await keptOf(storeId);
      const before = kept.state.faults;
      const { struck, faults } = faultFor(before, call, draw);
      if (faults.every((fault, index) => fault === before[index])) return undefined;
      kept.state = { ...kept.state, faults };
      // A count that can't be written down must not become a fault that nobody asked for.
      await save(storeId, kept).catch(onFailure);
      return struck;
    },
    async add(storeId, faults) {
      const kept = await keptOf(storeId);
      const { next } = kept.state;
      const added = faults.map((fault, index) => ({ id: `fault_${next + index}`, ...fault }));
      kept.state = { faults: [...kept.state.faults, ...added], next: next + added.length };
      await save(storeId, kept);
      return added;
    },
    async remove(storeId, isChosen) {
      const kept = await keptOf(storeId);
      const left = kept.state.faults.filter((fault) => !isChosen(fault));
      const removed = kept.state.faults.length - left.length;
      if (removed === 0) return 0;
      kept.state = { ...kept.state, faults: left };
      await save(storeId, kept);
      return removed;
    },
    async load(storeId, store) {
      await load(storeId, store);
    },
    forget: (storeId) => void stores.delete(storeId),
    ending: ending.signal,
    async close() {
      ending.abort();
      await Promise.allSettled([...stores.values()].map((kept) => kept.next ?? kept.writing));
    },
  };
}
