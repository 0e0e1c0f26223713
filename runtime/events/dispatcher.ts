import type { Clock, Context, Logger, StepsContext } from '../context/context.ts';
import type { Service } from '../context/service.ts';
import type { Outbox } from '../store/index.ts';
import type { Waking } from './waking.ts';

/**
 * Runs work in a transaction of a store, as the actor named. It is run again where the transaction collides, and
 * not at all where the store is not served here. The trace is that of the event; a new one where there is none.
 */
export type RunInTransaction = (
  storeId: string,
  actorName: string,
  work: (context: Context) => Promise<void>,
  traceId?: string,
) => Promise<void>;

/**
 * The same for work that asks the outside world. `of` names the work: run again under the same name, it has the same
 * stable ids. Answers whether the store is served here.
 */
export type RunInSteps = (
  storeId: string,
  actorName: string,
  work: (context: StepsContext) => Promise<void>,
  of?: { readonly id: string; readonly traceId: string },
) => Promise<boolean>;

export interface DispatcherOptions {
  readonly outbox: Outbox;
  readonly services: readonly Service[];
  readonly clockOf: (storeId: string) => Clock;
  /** The machine's time, by which leases run out whatever is done to the stores' clocks. */
  readonly machineClock: Clock;
  readonly log: Logger;
  readonly storeIds: () => Promise<readonly string[]>;
  /** Whether other processes work off events of the same stores. */
  readonly isShared: boolean;
  readonly runInTransaction: RunInTransaction;
  readonly runInSteps: RunInSteps;
  /** Deliveries under way at the same time. */
  readonly concurrency?: number;
  readonly waking?: Waking;
}

export interface Dispatcher {
  start(): void;
  /** Finishes what is under way, and takes up nothing more. */
  stop(): Promise<void>;
  /** Looks for work soon; for whoever moves the clock. */
  wake(): void;
  /** Works off everything that is due on the stores' clocks, and what comes of it; then resolves. Started or not. */
  drain(): Promise<void>;
  /**
   * The same for one store, whatever its schedules did a moment ago: for whoever has just moved its clock. Answers
   * the schedules that ran.
   */
  drainStore(storeId: string): Promise<readonly string[]>;
  /** When, later than its clock says now, a store has something to do; undefined where nothing is known of. */
  nextDueAt(storeId: string): Promise<Date | undefined>;
}
