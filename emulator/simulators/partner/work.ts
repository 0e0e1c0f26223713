import type { Writer } from '../../../runtime/store/port.ts';
import type { SimulatorContext } from '../simulator.ts';
import { partnerCounters } from './documents.ts';

/** One transaction of a partner, at a time of the business. */
export interface PartnerWork {
  readonly writer: Writer;
  readonly now: string;
}

export function inTransaction<Result>(
  { store, clock }: SimulatorContext,
  work: (work: PartnerWork) => Promise<Result>,
): Promise<Result> {
  return store.transaction((writer) => work({ writer, now: clock.now().toISOString() }));
}

/** The next of what is numbered: `S-1001`. */
export async function nextNumber({ writer }: PartnerWork, prefix: string): Promise<number> {
  const before = await writer.get(partnerCounters, prefix, { lock: true });
  const last = (before?.last ?? 1000) + 1;
  if (before) await writer.update(partnerCounters, prefix, () => ({ id: prefix, last }));
  else await writer.insert(partnerCounters, { id: prefix, last });
  return last;
}
