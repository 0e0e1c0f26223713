import type { SimulatorContext } from '../../simulator.ts';
import { sendDelivery } from './send-delivery.ts';
import { type Delivery, deliveries } from './webhook.ts';

/** How often the machine looks for what the clock of the business has made due. */
const pollMilliseconds = 1000;
const atOnce = 20;

export interface Deliveries {
  /** Looks for what is due now. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
}

async function readDue({ store, clock }: SimulatorContext): Promise<readonly Delivery[]> {
  // `before` leaves its bound out, and what is due this very millisecond is due.
  const before = new Date(clock.now().getTime() + 1).toISOString();
  const due = await store.query(deliveries, { index: 'due', where: {}, range: { before }, pageSize: atOnce });
  return due.items.map(({ document }) => document);
}

/**
 * Sends what is due, when something was written and regularly. `onFailure` is told what went wrong with the sending
 * itself; what a receiver does wrong is kept with its delivery and tried again.
 */
export function startDeliveries(context: SimulatorContext, onFailure: (error: unknown) => void): Deliveries {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let isWanted = false;

  async function sendAll(): Promise<void> {
    do {
      isWanted = false;
      const due = await readDue(context);
      await Promise.all(due.map((delivery) => sendDelivery(context, delivery, stopping.signal)));
      if (due.length === atOnce) isWanted = true;
    } while (isWanted && !stopping.signal.aborted);
  }

  function wake(): void {
    isWanted = true;
    if (running || stopping.signal.aborted) return;
    running = sendAll()
      .catch(onFailure)
      .finally(() => {
        running = undefined;
      });
  }

  const timer = setInterval(wake, pollMilliseconds);
  // Looking for work is no reason to keep a process alive.
  timer.unref();
  return {
    wake,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
