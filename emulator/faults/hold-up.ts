import { setTimeout as wait } from 'node:timers/promises';

/** Waits, in real time, or until the first of the signals says that it is over. */
export async function holdUp(milliseconds: number, ...signals: readonly (AbortSignal | undefined)[]) {
  const signal = AbortSignal.any(signals.filter((each) => each !== undefined));
  await wait(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
