import { setMaxListeners } from 'node:events';
import type { Worker, WorkerHost } from '../../../context/service.ts';
import { type DueEndpoints, dueEndpoints } from './due-endpoints.ts';
import { EndpointQueue, workerName } from './endpoint-queue.ts';
import { Pace } from './pace.ts';
import { Slots } from './slots.ts';

export interface SenderOptions {
  /** From the beginning of a request to the end of its answer. */
  readonly timeoutMilliseconds: number;
}

/** Requests under way at a time, to all endpoints of all stores. */
const mostAtOnce = 256;
const pollMilliseconds = 1_000;
/** Looks that many events ask for are this far apart. */
const apartMilliseconds = 10;
/** What is under way when the process is stopped gets this long to end; then it is sent again by the next one. */
const graceMilliseconds = 2_000;

interface Running {
  readonly queue: EndpointQueue;
  readonly done: Promise<void>;
}

interface StoreQueues {
  readonly running: Map<string, Running>;
  readonly paces: Map<string, Pace>;
  looking: Promise<number> | undefined;
  isLookWanted: boolean;
  /** Whether a look is coming by itself. */
  isWoken: boolean;
  /** Monotonic milliseconds. */
  lookedAt: number;
  /** When something is due next, as far as was seen; undefined before the first look. */
  nextAt: string | null | undefined;
  /** Deliveries that were tried or moved on, ever. */
  done: number;
}

/** Sends deliveries that are due, each endpoint by a queue of its own. */
export function createWebhookSender(host: WorkerHost, { timeoutMilliseconds }: SenderOptions): Worker {
  const stores = new Map<string, StoreQueues>();
  const slots = new Slots(mostAtOnce);
  /** Nothing more is begun; `aborting` breaks off what is under way, too. */
  let isStopped = false;
  const aborting = new AbortController();
  // As many listen as there are requests under way.
  setMaxListeners(0, aborting.signal);
  let poll: NodeJS.Timeout | undefined;

  function queuesOf(storeId: string): StoreQueues {
    const known = stores.get(storeId);
    if (known) return known;
    const fresh: StoreQueues = {
      ...{ running: new Map(), paces: new Map(), looking: undefined, isLookWanted: false },
      ...{ nextAt: undefined, done: 0, isWoken: false, lookedAt: Number.NEGATIVE_INFINITY },
    };
    stores.set(storeId, fresh);
    return fresh;
  }

  async function dueIn(storeId: string): Promise<DueEndpoints> {
    const answer = await host.inSteps(storeId, workerName, ({ store, clock }) =>
      dueEndpoints(store, clock.now()),
    );
    return answer ?? { due: [], nextAt: null };
  }

  function paceOf({ paces }: StoreQueues, endpointId: string): Pace {
    const pace = paces.get(endpointId) ?? new Pace();
    paces.set(endpointId, pace);
    return pace;
  }

  function begin(storeId: string, queues: StoreQueues, endpointId: string): void {
    const queue = new EndpointQueue({
      ...{ host, storeId, endpointId, slots, timeoutMilliseconds, signal: aborting.signal },
      pace: paceOf(queues, endpointId),
    });
    const done = queue
      .run()
      .then((count) => {
        queues.done += count;
      })
      .catch((error: unknown) =>
        host.log.error({ storeId, endpoint: endpointId, error }, 'Webhooks could not be sent; trying again.'),
      )
      .finally(() => {
        queues.running.delete(endpointId);
        // What is planned has changed.
        queues.nextAt = undefined;
        if (queue.isMoreWanted) wake(storeId);
      });
    queues.running.set(endpointId, { queue, done });
  }

  async function lookOnce(storeId: string, queues: StoreQueues): Promise<number> {
    const { due, nextAt } = await dueIn(storeId);
    queues.nextAt = nextAt;
    queues.lookedAt = performance.now();
    let begun = 0;
    for (const endpointId of due) {
      const running = queues.running.get(endpointId);
      if (running) running.queue.wantMore();
      else if (!isStopped) {
        begin(storeId, queues, endpointId);
        begun += 1;
      }
    }
    return begun;
  }

  /** One look at a time; whoever asks meanwhile gets another after it. Answers how many queues began. */
  function look(storeId: string): Promise<number> {
    const queues = queuesOf(storeId);
    queues.isLookWanted = true;
    queues.looking ??= (async () => {
      let begun = 0;
      while (queues.isLookWanted && !isStopped) {
        queues.isLookWanted = false;
        begun += await lookOnce(storeId, queues);
      }
      return begun;
    })().finally(() => {
      queues.looking = undefined;
    });
    return queues.looking;
  }

  /** At once; where many ask within moments, once more after these. */
  function wake(storeId: string): void {
    const queues = queuesOf(storeId);
    // What was seen before is of no use to whoever drains meanwhile.
    queues.nextAt = undefined;
    if (queues.isWoken || isStopped) return;
    const again = () => {
      queues.isWoken = false;
      look(storeId).catch((error: unknown) =>
        host.log.error({ storeId, error }, 'Due webhooks could not be looked for; trying again.'),
      );
    };
    queues.isWoken = true;
    const passed = performance.now() - queues.lookedAt;
    if (passed > apartMilliseconds) setImmediate(again);
    else setTimeout(again, apartMilliseconds - passed).unref();
  }

  /** Where no other process can have written anything, a store whose next time is known needs no look. */
  function mayBeDue(storeId: string): boolean {
    const queues = stores.get(storeId);
    if (host.isShared || queues?.nextAt === undefined || queues.running.size > 0) return true;
    const { nextAt } = queues;
    return nextAt !== null && nextAt <= host.now(storeId).toISOString();
  }

  /** Those that are served now. What is known of others goes: they were deleted, or rest until they are asked again. */
  async function storesNow(): Promise<readonly string[]> {
    const storeIds = await host.storeIds();
    const present = new Set(storeIds);
    for (const [storeId, { running, looking, isWoken }] of stores) {
      if (!present.has(storeId) && running.size === 0 && !looking && !isWoken) stores.delete(storeId);
    }
    return storeIds;
  }

  async function wakeAll(): Promise<void> {
    for (const storeId of await storesNow()) if (mayBeDue(storeId)) wake(storeId);
  }

  function wakeAllSoon(): void {
    wakeAll().catch((error: unknown) => host.log.error({ error }, 'Due webhooks could not be looked for.'));
  }

  async function drainStore(storeId: string): Promise<boolean> {
    for (let isAny = false; ; isAny = true) {
      const queues = queuesOf(storeId);
      const doneBefore = queues.done;
      await look(storeId);
      await Promise.all([...queues.running.values()].map(({ done }) => done));
      // Nothing was done where nothing is due, or another process does it.
      if (queues.done === doneBefore) return isAny;
    }
  }

  return {
    start() {
      poll = setInterval(wakeAllSoon, pollMilliseconds);
      poll.unref();
    },

    async stop() {
      isStopped = true;
      clearInterval(poll);
      const underWay = () => [...stores.values()].flatMap(({ running }) => [...running.values()]);
      const timer = setTimeout(() => aborting.abort(), graceMilliseconds);
      await Promise.all(underWay().map(({ done }) => done));
      clearTimeout(timer);
    },

    wake(storeId) {
      if (storeId === undefined) wakeAllSoon();
      else wake(storeId);
    },

    async drain() {
      let isAny = false;
      for (const storeId of await storesNow()) {
        if (mayBeDue(storeId) && (await drainStore(storeId))) isAny = true;
      }
      return isAny;
    },

    drainStore,

    async nextDueAt(storeId) {
      const { nextAt } = await dueIn(storeId);
      return nextAt === null ? undefined : new Date(nextAt);
    },
  };
}
