import type { Context } from '../../../context/context.ts';
import { checkoutProblems } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { counterId, customerCounters, promotionCounters, promotions, promotionUses } from './collections.ts';
import { usedUp } from './rejection-of.ts';

export interface UseClaim {
  readonly promotionId: string;
  /** What uses it: a cart or an order. The same one counts once. */
  readonly reference: string;
  readonly customerId: string | null;
}

/**
 * Counts a use of a promotion, if its limits leave one. Claims of one promotion queue at its counter, which stays
 * locked until the transaction ends, so that a limit of 10 is reached by exactly 10.
 * @throws {Problem} `promotion_used_up` or `not_found`.
 */
export async function claimUse(context: Context, { promotionId, reference, customerId }: UseClaim) {
  const { store } = context;
  const counter = await store.get(promotionCounters, counterId(promotionId), { lock: true });
  const promotion = counter && (await store.get(promotions, promotionId));
  if (!counter || !promotion) {
    throw problem(problems.notFound, { detail: `There is no promotion ${promotionId}.` });
  }
  const ofCustomer =
    customerId === null
      ? undefined
      : await store.find(customerCounters, 'byCustomer', { promotionId, customerId });
  const uses = { total: counter.total, byCustomer: ofCustomer?.total ?? 0 };
  if (await store.find(promotionUses, 'byReference', { promotionId, reference })) {
    return { promotionId, ...uses };
  }
  const refusal = usedUp(promotion, uses);
  if (refusal) {
    throw problem(checkoutProblems.promotionUsedUp, { detail: `"${promotion.name}": ${refusal.reason}` });
  }
  await store.insert(promotionUses, { id: context.ids.next('puse'), promotionId, reference, customerId });
  await store.update(promotionCounters, counter.id, (current) => ({ ...current, total: uses.total + 1 }));
  if (ofCustomer) {
    await store.update(customerCounters, ofCustomer.id, (current) => ({
      ...current,
      total: current.total + 1,
    }));
  } else if (customerId !== null) {
    await store.insert(customerCounters, {
      id: context.ids.next('pcust'),
      promotionId,
      customerId,
      total: 1,
    });
  }
  const counted = {
    promotionId,
    total: uses.total + 1,
    byCustomer: customerId === null ? 0 : uses.byCustomer + 1,
  };
  await context.emit('promotion_use.counted', promotionId, counted);
  return counted;
}
