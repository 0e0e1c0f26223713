import type { Context } from '../context/context.ts';
import type { Subscription } from '../context/service.ts';
import { type Delivery, DeliveryLost, UniqueViolation } from '../store/index.ts';
import { maximumAttempts, retryDelaySeconds } from './backoff.ts';
import type { Dispatcher, DispatcherOptions } from './dispatcher.ts';
import { failureText } from './failure-text.ts';
import { handedOver } from './handed-over.ts';
import { createSchedules } from './schedules.ts';
import { Turns } from './turns.ts';
import { machineWaking } from './waking.ts';

/** Real work takes milliseconds; what takes longer has most likely crashed, and is handed out again. */
const leaseSeconds = 60;

/** Later than any lease. */
const endOfTime = new Date(8.64e15);

/**
 * A schedule takes up a few hundred things at a time, and what comes of them may be for another schedule. One that
 * always has something to do, because it fails, comes to an end here.
 */
const mostRounds = 20;

/**
 * Events that a subscriber handles together are one piece of work: the more come at once, the more share a commit. Not so
 * many that a request has to wait for their transaction to end.
 */
const limitTogether = 128;

/** Hands committed events to their subscribers: claim, handle, complete; on failure wait longer and longer. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const {
    outbox,
    clockOf,
    machineClock,
    log,
    isShared,
    runInTransaction,
    runInSteps,
    concurrency = 16,
    waking = machineWaking,
  } = options;
  const subscriptions = options.services.flatMap((service) => service.subscriptions);
  const byName = new Map(subscriptions.map((subscription) => [subscription.name, subscription]));
  const schedules = createSchedules(options);
  outbox.subscribe(
    subscriptions.map((subscription) => ({
      ...{ name: subscription.name, types: subscription.events, rousedBy: subscription.rousedBy ?? [] },
      isTogether: 'handleTogether' in subscription,
    })),
  );

  let claiming: Promise<void> | undefined;
  /** With the store that each is for. */
  const underWay = new Map<Promise<void>, string>();
  const turns = new Turns();
  let lookedForLost: Date | undefined;
  let isMoreWanted = false;
  let isStopped = false;
  let stopWaking: (() => void)[] = [];

  /** One delivery, or several of one store where the subscriber takes them together. */
  async function deliverInTransaction(
    [first, ...others]: readonly [Delivery, ...Delivery[]],
    subscription: Exclude<Subscription, { handleSteps: unknown }>,
  ): Promise<boolean> {
    const { name } = subscription;
    const { storeId, traceId, sequence } = first.event;
    const all = [first, ...others];
    let isHandled = false;
    let answer: unknown;
    const work = async (context: Context) => {
      answer =
        'handle' in subscription
          ? await subscription.handle(context, first.event)
          : await subscription.handleTogether(
              context,
              all.map(({ event }) => event),
            );
      // In the handler's own transaction: its effects and the end of the delivery are one.
      for (const { id } of all) await context.store.completeDelivery(id);
      isHandled = true;
    };
    const run = () => runInTransaction(storeId, name, work, others.length === 0 ? traceId : undefined);
    await run().catch((error: unknown) => {
      // Another event's handler wrote the same row at the same time; run again, this one finds it.
      if (error instanceof UniqueViolation) return run();
      throw error;
    });
    if (answer === 'rest') await outbox.rest(storeId, name, sequence);
    return isHandled;
  }

  async function deliverInSteps(
    { id, event }: Delivery,
    { name, handleSteps }: Extract<Subscription, { handleSteps: unknown }>,
  ): Promise<boolean> {
    const work = { id: event.id, traceId: event.traceId };
    const isHandled = await runInSteps(event.storeId, name, (context) => handleSteps(context, event), work);
    if (isHandled) await outbox.complete(event.storeId, id);
    return isHandled;
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const { id, subscriber, event } = delivery;
    const subscription = byName.get(subscriber);
    try {
      if (!subscription) throw new Error(`Nothing listens as ${subscriber}.`);
      const isHandled =
        'handleSteps' in subscription
          ? await deliverInSteps(delivery, subscription)
          : await deliverInTransaction([delivery], subscription);
      if (!isHandled) throw new Error(`The store ${event.storeId} is not served by this process.`);
      subscription.handled?.(event.storeId);
    } catch (error) {
      if (error instanceof DeliveryLost) return log.warn({ delivery: id }, error.message);
      await putOff(delivery, error);
    }
  }

  /** Where one of them fails, or is somebody else's by now, the others must not: each is tried by itself. */
  async function deliverTogether(
    deliveries: readonly [Delivery, Delivery, ...Delivery[]],
    subscription: Extract<Subscription, { handleTogether: unknown }>,
  ): Promise<void> {
    const { name } = subscription;
    const { storeId } = deliveries[0].event;
    try {
      if (await deliverInTransaction(deliveries, subscription)) return subscription.handled?.(storeId);
    } catch (error) {
      log.debug({ subscriber: name, error }, 'Events could not be handled together; each is by itself.');
    }
    for (const delivery of deliveries) await deliver(delivery);
  }

  async function putOff({ id, subscriber, attempt, event }: Delivery, error: unknown): Promise<void> {
    const isLast = attempt >= maximumAttempts;
    const now = clockOf(event.storeId).now();
    const retryAt = isLast ? undefined : secondsFrom(now, retryDelaySeconds(attempt));
    await outbox.fail(event.storeId, id, failureText(error), retryAt);
    const next = retryAt ? `tried again at ${retryAt.toISOString()}` : `given up after ${attempt} attempts`;
    log.error({ delivery: id, subscriber, attempt, error }, `${subscriber} failed on an event; ${next}.`);
  }

  /** Handed out and not waited for: a slow provider keeps nothing waiting but what is of its own subject. */
  function begin(deliveries: readonly [Delivery, ...Delivery[]]): void {
    const [first, second, ...others] = deliveries;
    const subscription = byName.get(first.subscriber);
    const isTogether = second !== undefined && subscription !== undefined && 'handleTogether' in subscription;
    const handing = isTogether ? deliverTogether([first, second, ...others], subscription) : deliver(first);
    const work: Promise<void> = handing
      .catch((error: unknown) =>
        log.error({ delivery: first.id, error }, 'A delivery was left to its lease.'),
      )
      .finally(() => {
        underWay.delete(work);
        // Its place is free, and what comes after it for the same subject is ready.
        wake();
      });
    underWay.set(work, first.event.storeId);
  }

  /** Whether there was as much as asked for, and so may be more. */
  async function claimOf(storeId: string, limit: number): Promise<boolean> {
    const leaseUntil = secondsFrom(machineClock.now(), leaseSeconds);
    const now = clockOf(storeId).now();
    const deliveries = await outbox.claim({ storeId, now, leaseUntil, limit, limitTogether });
    for (const group of handedOver(deliveries, byName)) begin(group);
    return deliveries.length >= limit;
  }

  /**
   * Deliveries of processes that are gone are nobody's any more: after their lease, or at the start where there is
   * nobody else who could hold them.
   */
  async function takeBackLost(): Promise<void> {
    const now = machineClock.now();
    if (lookedForLost && secondsFrom(lookedForLost, 1) > now && now >= lookedForLost) return;
    const isStart = lookedForLost === undefined;
    lookedForLost = now;
    await outbox.takeBack({ now: isStart && !isShared ? endOfTime : now });
  }

  async function claimReady(): Promise<void> {
    await schedules.runDue();
    await takeBackLost();
    if (underWay.size >= concurrency) return;
    const waiting = await outbox.waiting();
    const ready = waiting.filter(({ storeId, readyAt }) => readyAt <= clockOf(storeId).now());
    let storeIds = turns.inTurn(ready.map(({ storeId }) => storeId));
    while (storeIds.length > 0) {
      // A store with much to do leaves room for the others.
      const share = Math.ceil((concurrency - underWay.size) / storeIds.length);
      const more: string[] = [];
      for (const storeId of storeIds) {
        const limit = Math.min(share, concurrency - underWay.size);
        if (limit <= 0 || isStopped) return;
        if (await claimOf(storeId, limit)) more.push(storeId);
        turns.had(storeId);
      }
      storeIds = more;
    }
  }

  /** One at a time; whoever asks meanwhile gets another round after it. */
  function work(): Promise<void> {
    isMoreWanted = true;
    claiming ??= (async () => {
      while (isMoreWanted && !isStopped) {
        isMoreWanted = false;
        await claimReady();
      }
    })().finally(() => {
      claiming = undefined;
    });
    return claiming;
  }

  function wake(): void {
    waking.soon(() => {
      work().catch((error: unknown) => log.error({ error }, 'Events could not be worked off; trying again.'));
    });
  }

  async function settled(): Promise<void> {
    await Promise.all(underWay.keys());
    await schedules.settled();
  }

  function isBusyWith(storeId: string): boolean {
    return [...underWay.values()].includes(storeId);
  }

  /** Everything of one store; what others have under way is waited for only where it takes up all the room. */
  async function settledOf(storeId: string): Promise<void> {
    const own = [...underWay].filter(([, id]) => id === storeId).map(([work]) => work);
    await (own.length > 0 ? Promise.all(own) : Promise.race(underWay.keys()));
  }

  return {
    start() {
      stopWaking = [outbox.onCommit(wake), waking.regularly(wake)];
      wake();
    },
    async stop() {
      isStopped = true;
      for (const stop of stopWaking) stop();
      await claiming?.catch(() => undefined);
      await settled();
    },
    wake,
    async drain() {
      do {
        await work();
        await settled();
        // What was done may have caused events, or made others ready.
        await work();
      } while (underWay.size > 0);
    },
    async drainStore(storeId) {
      const ran: string[] = [];
      for (let round = 0; round < mostRounds; round += 1) {
        const names = await schedules.runDueOf(storeId);
        ran.push(...names);
        await schedules.settled(storeId);
        await work();
        while (isBusyWith(storeId) || underWay.size >= concurrency) {
          await settledOf(storeId);
          await work();
        }
        if (names.length === 0) break;
      }
      return ran;
    },
    async nextDueAt(storeId) {
      const retryAt = await outbox.nextRetryAt(storeId, clockOf(storeId).now());
      const dueAt = await schedules.nextDueAt(storeId);
      return retryAt && dueAt ? new Date(Math.min(retryAt.getTime(), dueAt.getTime())) : (retryAt ?? dueAt);
    },
  };
}

function secondsFrom(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000);
}
