import type { SimulatorContext, SimulatorWork } from './simulator.ts';

/** How often business time is looked at, because it can be moved without anybody telling. Costs a comparison. */
const lookMilliseconds = 250;
/** Of a failure that lasts, ten seconds apart: nobody wants to read it four times a second. */
const mostSkipped = 40;

export interface DueWork {
  /** Does what is due now, and answers how many things that were. What is broken off is done after the next start. */
  doDue(stopping: AbortSignal): Promise<number>;
  nextDueAt(): Promise<Date | undefined>;
}

/**
 * What a simulator does for a store by the clock: when something was written, and when its time comes. What goes wrong
 * with the work itself is told to `onFailure`, and tried again with a look that comes later each time.
 */
export function startDueWork(
  { clock, onFailure }: Pick<SimulatorContext, 'clock' | 'onFailure'>,
  { doDue, nextDueAt }: DueWork,
): SimulatorWork {
  const stopping = new AbortController();
  let running: Promise<number> | undefined;
  let isWanted = false;
  /** Until then nothing is looked for: what is not looked at costs nothing. */
  let due = 0;
  let failures = 0;
  let skipped = 0;

  async function work(): Promise<number> {
    let done = 0;
    do {
      isWanted = false;
      done += await doDue(stopping.signal);
      due = (await nextDueAt())?.getTime() ?? Number.POSITIVE_INFINITY;
    } while (isWanted && !stopping.signal.aborted);
    failures = 0;
    return done;
  }

  function begin(): Promise<number> {
    // Known to run before it begins: what it does may wake it.
    running = Promise.resolve()
      .then(work)
      .catch((error: unknown) => {
        // When something is due is not known any more: the next look finds out, and not this one for ever.
        due = 0;
        isWanted = false;
        failures += 1;
        skipped = Math.min(2 ** failures - 2, mostSkipped);
        onFailure(error);
        return 0;
      })
      .finally(() => {
        running = undefined;
        // What was written since the last read has nobody else to see to it.
        if (isWanted && !stopping.signal.aborted) begin();
      });
    return running;
  }

  function wake(): void {
    isWanted = true;
    if (!running && !stopping.signal.aborted) begin();
  }

  function look(): void {
    if (skipped > 0) {
      skipped -= 1;
      return;
    }
    if (clock.now().getTime() >= due) wake();
  }

  const timer = setInterval(look, lookMilliseconds);
  // Looking for work is no reason to keep a process alive.
  timer.unref();
  return {
    wake,
    async settle() {
      let underWay = 0;
      while (running) underWay += await running;
      return stopping.signal.aborted ? underWay : underWay + (await begin());
    },
    nextDueAt,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
