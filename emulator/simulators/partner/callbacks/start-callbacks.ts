import type { SimulatorContext, SimulatorWork } from '../../simulator.ts';
import { partnerCallbacks } from '../documents.ts';
import { sendCallback } from './send-callback.ts';

/** How often the machine looks for what the clock of the business has made due. */
const pollMilliseconds = 1000;

/** Sends callbacks that are due, one after the other in the order in which they were queued. */
export function startCallbacks(context: SimulatorContext): SimulatorWork {
  const { store, clock } = context;
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let isWanted = false;
  /** Until then nothing is looked for: what is not looked at costs nothing. */
  let due = 0;

  async function sendAll(): Promise<void> {
    do {
      isWanted = false;
      const next = await store.query(partnerCallbacks, { index: 'due', where: { all: 1 }, pageSize: 1 });
      const callback = next.items[0]?.document;
      due = callback ? Date.parse(callback.dueAt) : Number.POSITIVE_INFINITY;
      if (!callback || due > clock.now().getTime()) continue;
      await sendCallback(context, callback, stopping.signal);
      isWanted = true;
    } while (isWanted && !stopping.signal.aborted);
  }

  function wake(): void {
    isWanted = true;
    if (running || stopping.signal.aborted) return;
    running = sendAll()
      .catch(context.onFailure)
      .finally(() => {
        running = undefined;
        // What was written while the last look was under way.
        if (isWanted) wake();
      });
  }

  function look(): void {
    if (clock.now().getTime() >= due) wake();
  }

  const timer = setInterval(look, pollMilliseconds);
  look();
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
