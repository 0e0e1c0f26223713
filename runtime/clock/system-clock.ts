import type { Clock } from '../context/context.ts';

/** Business time that is the machine's. */
export const systemClock: Clock = {
  now: () => new Date(),
};
