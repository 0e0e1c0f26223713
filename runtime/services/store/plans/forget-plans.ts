import type { Context } from '../../../context/context.ts';
import { plans, stagedChanges } from './collections.ts';

const keepMilliseconds = 24 * 60 * 60 * 1000;
const plansAtOnce = 10;
const changesAtOnce = 500;

/** Takes away plans of more than a day ago, and what was staged for those that were never applied. */
export async function forgetPlans(context: Context): Promise<void> {
  const before = new Date(context.clock.now().getTime() - keepMilliseconds).toISOString();
  const { items } = await context.store.query(plans, {
    index: 'byCreated',
    where: { all: 1 },
    range: { before },
    pageSize: plansAtOnce,
  });
  for (const { document: plan } of items) {
    const staged = await context.store.query(stagedChanges, {
      index: 'byPlan',
      where: { plan: plan.id },
      pageSize: changesAtOnce,
    });
    for (const { document } of staged.items) await context.store.delete(stagedChanges, document.id);
    // What is left of a large plan goes the next time.
    if (!staged.hasMore) await context.store.delete(plans, plan.id);
  }
}
