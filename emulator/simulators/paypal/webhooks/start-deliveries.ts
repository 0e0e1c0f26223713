import { firstDue } from '../../../../runtime/clock/first-due.ts';
import type { SimulatorContext, SimulatorWork } from '../../simulator.ts';
import { startDueWork } from '../../start-due-work.ts';
import { sendDelivery } from './send-delivery.ts';
import { type Delivery, deliveries } from './webhook.ts';

const atOnce = 20;

async function readDue({ store, clock }: SimulatorContext): Promise<readonly Delivery[]> {
  // `before` leaves its bound out, and what is due this very millisecond is due.
  const before = new Date(clock.now().getTime() + 1).toISOString();
  const due = await store.query(deliveries, { index: 'due', where: {}, range: { before }, pageSize: atOnce });
  return due.items.map(({ document }) => document);
}

async function sendDue(context: SimulatorContext, stopping: AbortSignal): Promise<number> {
  let sent = 0;
  while (!stopping.aborted) {
    const due = await readDue(context);
    await Promise.all(due.map((delivery) => sendDelivery(context, delivery, stopping)));
    sent += due.length;
    if (due.length < atOnce) break;
  }
  return sent;
}

/** Sends what is due. What a receiver does wrong is kept with its delivery and tried again. */
export function startDeliveries(context: SimulatorContext): SimulatorWork {
  return startDueWork(context, {
    doDue: (stopping) => sendDue(context, stopping),
    nextDueAt: () => firstDue(context.store, deliveries, 'due'),
  });
}
