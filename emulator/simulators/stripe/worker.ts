import type { SimulatorContext, SimulatorWork } from '../simulator.ts';
import { startDueWork } from '../start-due-work.ts';
import { nextDueAt } from './next-due.ts';
import { runDue } from './tasks/run-due.ts';
import { deliverDue } from './webhooks/deliver.ts';

/** Does what is due by the clock: holds that run out, refunds that settle, and the deliveries that tell of it. */
export function startWorker(context: SimulatorContext): SimulatorWork {
  return startDueWork(context, {
    doDue: async (stopping) => (await runDue(context)) + (await deliverDue(context, stopping)),
    nextDueAt: () => nextDueAt(context.store),
  });
}
