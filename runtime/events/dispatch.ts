import type { Subscription } from '../context/service.ts';
import { type Delivery, DeliveryLost } from '../store/index.ts';
import { maximumAttempts, retryDelaySeconds } from './backoff.ts';
import type { Dispatcher, DispatcherOptions } from './dispatcher.ts';
import { failureText } from './failure-text.ts';
import { createSchedules } from './schedules.ts';
import { machineWaking } from './waking.ts';

/** Real work takes milliseconds; what takes longer has most likely crashed, and is handed out again. */
const leaseSeconds = 60;

/** Hands committed events to their subscribers: claim, handle, complete; on failure wait longer and longer. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const {
    outbox,
    clock,
    log,
    runInTransaction,
    runInSteps,
    concurrency = 16,
    waking = machineWaking,
  } = options;
  const subscriptions = options.services.flatMap((service) => service.subscriptions);
  const byName = new Map(subscriptions.map((subscription) => [subscription.name, subscription]));
  const schedules = createSchedules(options);
  outbox.subscribe(subscriptions.map(({ name, events }) => ({ name, types: events })));

  let claiming: Promise<void> | undefined;
  const underWay = new Set<Promise<void>>();
  let isMoreWanted = false;
  let isStopped = false;
  let stopWaking: (() => void)[] = [];

  async function deliverInTransaction(
    { id, event }: Delivery,
    { name, handle }: Extract<Subscription, { handle: unknown }>,
  ): Promise<boolean> {
    let isHandled = false;
    await runInTransaction(
      event.storeId,
      name,
      async (context) => {
        await handle(context, event);
        // In the handler's own transaction: its effects and the end of the delivery are one.
        await context.store.completeDelivery(id);
        isHandled = true;
      },
      event.traceId,
    );
    return isHandled;
  }

  async function deliverInSteps(
    { id, event }: Delivery,
    { name, handleSteps }: Extract<Subscription, { handleSteps: unknown }>,
  ): Promise<boolean> {
    const work = { id: event.id, traceId: event.traceId };
    const isHandled = await runInSteps(event.storeId, name, (context) => handleSteps(context, event), work);
    if (isHandled) await outbox.complete(id);
    return isHandled;
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const { id, subscriber, event, attempt } = delivery;
    const subscription = byName.get(subscriber);
    try {
      if (!subscription) throw new Error(`Nothing listens as ${subscriber}.`);
      const isHandled =
        'handle' in subscription
          ? await deliverInTransaction(delivery, subscription)
          : await deliverInSteps(delivery, subscription);
      if (!isHandled) throw new Error(`The store ${event.storeId} is not served by this process.`);
      subscription.handled?.(event.storeId);
    } catch (error) {
      if (error instanceof DeliveryLost) return log.warn({ delivery: id }, error.message);
      await putOff(id, subscriber, attempt, error);
    }
  }

  async function putOff(id: string, subscriber: string, attempt: number, error: unknown): Promise<void> {
    const isLast = attempt >= maximumAttempts;
    const retryAt = isLast ? undefined : secondsFrom(clock.now(), retryDelaySeconds(attempt));
    await outbox.fail(id, failureText(error), retryAt);
    const next = retryAt ? `tried again at ${retryAt.toISOString()}` : `given up after ${attempt} attempts`;
    log.error({ delivery: id, subscriber, attempt, error }, `${subscriber} failed on an event; ${next}.`);
  }

  /** Handed out and not waited for: a slow provider keeps nothing waiting but what is of its own subject. */
  function begin(delivery: Delivery): void {
    const work: Promise<void> = deliver(delivery)
      .catch((error: unknown) =>
        log.error({ delivery: delivery.id, error }, 'A delivery was left to its lease.'),
      )
      .finally(() => {
        underWay.delete(work);
        // Its place is free, and what comes after it for the same subject is ready.
        wake();
      });
    underWay.add(work);
  }

  async function claimReady(): Promise<void> {
    await schedules.runDue();
    while (!isStopped && underWay.size < concurrency) {
      const now = clock.now();
      const leaseUntil = secondsFrom(now, leaseSeconds);
      const limit = concurrency - underWay.size;
      const deliveries = await outbox.claim({ now, leaseUntil, limit });
      for (const delivery of deliveries) begin(delivery);
      if (deliveries.length === 0) return;
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
    await Promise.all(underWay);
    await schedules.settled();
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
  };
}

function secondsFrom(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000);
}
