import type { SimulatorContext, SimulatorWork } from '../simulator.ts';
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
  let running: Promise<void> | undefined;

  async function work(): Promise<void> {
    due = Number.POSITIVE_INFINITY;
    try {
      const nextTask = await runDue(context);
      const nextDelivery = await deliverDue(context, stopping.signal);
      due = Math.min(due, nextTask, nextDelivery);
    } catch (error) {
      context.onFailure(error);
    }
  }

  function look(): void {
    if (running || stopping.signal.aborted || context.clock.now().getTime() < due) return;
    running = work().finally(() => {
      running = undefined;
    });
  }

  const timer = setInterval(look, lookMilliseconds);
  timer.unref();
  return {
    wake() {
      due = 0;
      setImmediate(look);
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
