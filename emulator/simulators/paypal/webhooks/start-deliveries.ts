import { firstDue } from '../../../../runtime/clock/first-due.ts';
import type { SimulatorContext, SimulatorWork } from '../../simulator.ts';
import { sendDelivery } from './send-delivery.ts';
import { type Delivery, deliveries } from './webhook.ts';

/** How often the machine looks for what the clock of the business has made due. */
const pollMilliseconds = 1000;
const atOnce = 20;

async function readDue({ store, clock }: SimulatorContext): Promise<readonly Delivery[]> {
  // `before` leaves its bound out, and what is due this very millisecond is due.
  const before = new Date(clock.now().getTime() + 1).toISOString();
  const due = await store.query(deliveries, { index: 'due', where: {}, range: { before }, pageSize: atOnce });
  return due.items.map(({ document }) => document);
}

/**
 * Sends what is due, when something was written and regularly. What goes wrong with the sending itself is told to
 * `onFailure`; what a receiver does wrong is kept with its delivery and tried again.
 */
export function startDeliveries(context: SimulatorContext): SimulatorWork {
  const stopping = new AbortController();
  let running: Promise<number> | undefined;
  let isWanted = false;
  /** Until then nothing is looked for: what is not looked at costs nothing. */
  let due = 0;

  async function sendAll(): Promise<number> {
    let sent = 0;
    do {
      isWanted = false;
      const due = await readDue(context);
      await Promise.all(due.map((delivery) => sendDelivery(context, delivery, stopping.signal)));
      sent += due.length;
      if (due.length === atOnce) isWanted = true;
    } while (isWanted && !stopping.signal.aborted);
    due = (await nextDueAt())?.getTime() ?? Number.POSITIVE_INFINITY;
    return sent;
  }

  const nextDueAt = () => firstDue(context.store, deliveries, 'due');

  function begin(): Promise<number> {
    running = sendAll()
      .catch((error: unknown) => {
        context.onFailure(error);
        return 0;
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  function wake(): void {
    isWanted = true;
    if (!running && !stopping.signal.aborted) begin();
  }

  function look(): void {
    if (context.clock.now().getTime() >= due) wake();
  }

  const timer = setInterval(look, pollMilliseconds);
  // Looking for work is no reason to keep a process alive.
  timer.unref();
  return {
    wake,
    async settle() {
      const under = (await running) ?? 0;
      return stopping.signal.aborted ? under : under + (await begin());
    },
    nextDueAt,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
