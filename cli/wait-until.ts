import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** How long, in real time: slow looks count too. */
  readonly milliseconds: number;
  /** Milliseconds between looks. */
  readonly between: number;
}

/**
 * Looks again and again until something is there; answers it, or undefined where it did not come in that time. It looks
 * at least once, and once more at the end.
 */
export async function waitUntil<Found>(
  look: () => Found | Promise<Found>,
  { milliseconds, between }: Patience,
): Promise<Exclude<Found, false | null | undefined> | undefined> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const isLast = performance.now() >= deadline;
    const found = await look();
    // What is false, null or undefined is not there yet.
    if (found !== false && found !== null && found !== undefined)
      return found as Exclude<Found, false | null | undefined>;
    if (isLast) return undefined;
    await pause(between);
  }
}
