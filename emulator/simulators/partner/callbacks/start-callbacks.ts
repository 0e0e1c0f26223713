import type { SimulatorContext, SimulatorWork } from '../../simulator.ts';
import { type PartnerCallback, partnerCallbacks } from '../documents.ts';
import { sendCallback } from './send-callback.ts';

/** How often the machine looks for what the clock of the business has made due. */
const pollMilliseconds = 1000;

/** Sends callbacks that are due, one after the other in the order in which they were queued. */
export function startCallbacks(context: SimulatorContext): SimulatorWork {
  const { store, clock } = context;
  const stopping = new AbortController();
  let running: Promise<number> | undefined;
  let isWanted = false;
  /** Until then nothing is looked for: what is not looked at costs nothing. */
  let due = 0;

  async function nextCallback(): Promise<PartnerCallback | undefined> {
    const { items } = await store.query(partnerCallbacks, { index: 'due', where: { all: 1 }, pageSize: 1 });
    return items[0]?.document;
  }

  async function nextDueAt(): Promise<Date | undefined> {
    const callback = await nextCallback();
    return callback && new Date(callback.dueAt);
  }

  async function sendAll(): Promise<number> {
    let sent = 0;
    while (!stopping.signal.aborted) {
      isWanted = false;
      const callback = await nextCallback();
      due = callback ? Date.parse(callback.dueAt) : Number.POSITIVE_INFINITY;
      if (callback && due <= clock.now().getTime()) {
        await sendCallback(context, callback, stopping.signal);
        sent += 1;
      } else if (!isWanted) break;
    }
    return sent;
  }

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
    if (clock.now().getTime() >= due) wake();
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
