import { randomFillSync } from 'node:crypto';

const drawnAtOnce = 4096;

/**
 * Numbers from 0 to 1 of a byte each, fit for ids that must not be guessed. Drawn many at once, because a draw costs
 * as much as all the rest of an id.
 */
export function createRandomFractions(): () => number {
  const bytes = new Uint8Array(drawnAtOnce);
  let next = drawnAtOnce;
  return () => {
    if (next === drawnAtOnce) {
      randomFillSync(bytes);
      next = 0;
    }
    return (bytes[next++] ?? 0) / 256;
  };
}
