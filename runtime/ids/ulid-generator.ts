import { monotonicFactory } from 'ulid';
import type { Clock, IdGenerator } from '../context/context.ts';
import { createRandomFractions } from './random-fractions.ts';

/** Ids that sort by the time they were made, also within a millisecond. `random` gives numbers from 0 to 1. */
export function createUlidGenerator(clock: Clock, random = createRandomFractions()): IdGenerator {
  const next = monotonicFactory(random);
  return { next: (prefix) => `${prefix}_${next(clock.now().getTime())}` };
}
