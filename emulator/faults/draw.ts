import { createHash } from 'node:crypto';
import { type Fault, targetOf } from './fault.ts';

/**
 * A number from 0 up to 1 that the seed, what the fault is and the call's place in the row decide, and nothing else:
 * set again, the same fault strikes the same calls.
 */
export function draw(fault: Fault, nth: number): number {
  const row = [fault.seed, fault.kind, targetOf(fault), fault.when, nth];
  const digest = createHash('sha256').update(JSON.stringify(row)).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}
