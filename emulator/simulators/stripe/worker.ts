import type { SimulatorContext, SimulatorWork } from '../simulator.ts';
import { nextDueAt } from './next-due.ts';
import { runDue } from './tasks/run-due.ts';
import { deliverDue } from './webhooks/deliver.ts';

/** How often business time is looked at, because it can be moved without anybody telling. Costs a comparison. */
const lookMilliseconds = 200;

/**
 * Does what is due by the clock: deliveries, holds that run out, refunds that settle. What is broken off when it stops
 * is sent again after the next start.
 */
export function startWorker(context: SimulatorContext): SimulatorWork {
  const stopping = new AbortController();
  let due = 0;
  let running: Promise<number> | undefined;

  async function work(): Promise<number> {
    due = Number.POSITIVE_INFINITY;
    try {
      const tasks = await runDue(context);
      const deliveries = await deliverDue(context, stopping.signal);
      due = Math.min(due, tasks.next, deliveries.next);
      return tasks.done + deliveries.done;
    } catch (error) {
      context.onFailure(error);
      return 0;
    }
  }

  function begin(): Promise<number> {
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  }

  function look(): void {
    if (running || stopping.signal.aborted || context.clock.now().getTime() < due) return;
    begin();
  }

  const timer = setInterval(look, lookMilliseconds);
  timer.unref();
  return {
    wake() {
      due = 0;
      setImmediate(look);
    },
    async settle() {
      const under = (await running) ?? 0;
      return stopping.signal.aborted ? under : under + (await begin());
    },
    nextDueAt: () => nextDueAt(context.store),
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
