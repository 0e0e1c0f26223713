import { firstDue } from '../../../../runtime/clock/first-due.ts';
import type { SimulatorContext, SimulatorWork } from '../../simulator.ts';
import { startDueWork } from '../../start-due-work.ts';
import { type PartnerCallback, partnerCallbacks } from '../documents.ts';
import { sendCallback } from './send-callback.ts';

async function nextCallback({ store, clock }: SimulatorContext): Promise<PartnerCallback | undefined> {
  const { items } = await store.query(partnerCallbacks, { index: 'due', where: { all: 1 }, pageSize: 1 });
  const callback = items[0]?.document;
  return callback && Date.parse(callback.dueAt) <= clock.now().getTime() ? callback : undefined;
}

async function sendDue(context: SimulatorContext, stopping: AbortSignal): Promise<number> {
  for (let sent = 0; ; sent += 1) {
    const callback = stopping.aborted ? undefined : await nextCallback(context);
    if (!callback) return sent;
    await sendCallback(context, callback, stopping);
  }
}

/** Sends callbacks that are due, one after the other in the order in which they were queued. */
export function startCallbacks(context: SimulatorContext): SimulatorWork {
  return startDueWork(context, {
    doDue: (stopping) => sendDue(context, stopping),
    nextDueAt: () => firstDue(context.store, partnerCallbacks, 'due', { all: 1 }),
  });
}
