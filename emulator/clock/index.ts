export { clockHandlers } from './clock-handlers.ts';
export type { ClockMove } from './clock-mover.ts';
export { type Clocks, createClocks } from './clocks.ts';
export { parseDuration } from './duration.ts';
export { openClockMover } from './open-clock-mover.ts';
export { type ClockReading, readingOf } from './reading-of.ts';
