import type { Context } from '../../context/context.ts';
import { collection, type Reader, type StoredDocument } from '../../store/port.ts';

/*
 * Figures are kept in generations. One is live: reports read it, events move it. A rebuild fills the next one beside
 * it, which events move too, and then makes it the live one; so nobody ever reads half of the figures.
 */

export interface Generation {
  readonly number: number;
  /** Whose days its figures are kept by: that of the config when it was begun. */
  readonly timeZone: string;
}

interface AnalyticsState extends StoredDocument {
  readonly live: Generation;
  readonly next: Generation | null;
}

export const analyticsStates = collection<AnalyticsState>({ name: 'analytics_states', indexes: {} });

const stateId = 'analytics';

export async function readGenerations(
  store: Reader,
  timeZone: string,
): Promise<Pick<AnalyticsState, 'live' | 'next'>> {
  return (await store.get(analyticsStates, stateId)) ?? { live: { number: 1, timeZone }, next: null };
}

/**
 * The same for writing. Whoever changes figures of a store queues here, so that counters are never made twice, and
 * the end of a rebuild misses nothing.
 */
export async function lockGenerations({ store, config }: Context): Promise<AnalyticsState> {
  const state = await store.get(analyticsStates, stateId, { lock: true });
  if (state) return state;
  return store.insert(analyticsStates, {
    id: stateId,
    live: { number: 1, timeZone: config.timeZone },
    next: null,
  });
}

/** Begins another generation; one that a broken-off rebuild left is given up. */
export async function beginGeneration(context: Context): Promise<Generation> {
  const { live, next } = await lockGenerations(context);
  const begun = { number: Math.max(live.number, next?.number ?? 0) + 1, timeZone: context.config.timeZone };
  await context.store.update(analyticsStates, stateId, (state) => ({ ...state, next: begun }));
  return begun;
}

/** Makes a generation the live one; false where another rebuild has begun since. */
export async function makeLive(context: Context, generation: Generation): Promise<boolean> {
  const { next } = await lockGenerations(context);
  if (next?.number !== generation.number) return false;
  await context.store.update(analyticsStates, stateId, (state) => ({
    ...state,
    live: generation,
    next: null,
  }));
  return true;
}
