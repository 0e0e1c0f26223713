import type { Context } from '../../../context/context.ts';
import { UniqueViolation } from '../../../store/errors.ts';
import { orderCounters } from './stored-order.ts';

const counterId = 'ordcount';
const before = 1000;

/**
 * The next number, and the store's orders queue here until the transaction ends: what is read after it has been seen
 * by whoever came before.
 */
export async function nextNumber({ store }: Context): Promise<string> {
  const counter = await store.get(orderCounters, counterId, { lock: true });
  if (!counter) {
    try {
      await store.insert(orderCounters, { id: counterId, last: before });
    } catch (error) {
      // The very first orders of a store may come at once: whoever is second takes what the first has made.
      if (!(error instanceof UniqueViolation)) throw error;
    }
  }
  const { last } = await store.update(orderCounters, counterId, (current) => ({
    ...current,
    last: current.last + 1,
  }));
  return String(last);
}
