import type { IntegrationConfig } from '../../../config/store-config.ts';
import type { StepsContext } from '../../../context/context.ts';
import { Problem } from '../../../contract/problem.ts';
import { compareStock } from './compare-stock.ts';
import { readOwnStock } from './own-stock.ts';
import { readPartnerStock, requireStock } from './partner-stock.ts';
import { type Reconciliation, reconciliations, summaryOf } from './stored-reconciliation.ts';

/** Differences that a report keeps. */
const mostKept = 1000;

const events = {
  agrees: 'integration.stock_agrees',
  differs: 'integration.stock_differs',
  failed: 'integration.reconciliation_failed',
} as const;

type Found = Pick<Reconciliation, 'state' | 'reason' | 'compared' | 'differenceCount' | 'differences'>;

async function compare(context: StepsContext, integration: IntegrationConfig): Promise<Found> {
  try {
    const there = await readPartnerStock(context, integration);
    const here = await readOwnStock(context, integration.locations);
    const { compared, differences } = compareStock(here, there);
    const state = differences.length === 0 ? 'agrees' : 'differs';
    const kept = differences.slice(0, mostKept);
    return { state, reason: null, compared, differenceCount: differences.length, differences: kept };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { state: 'failed', reason: error.message, compared: 0, differenceCount: 0, differences: [] };
  }
}

/** Compares the whole stock of a partner with ours, and keeps what came of it. Neither side is changed. */
export async function reconcile(
  context: StepsContext,
  integration: IntegrationConfig,
  id: string,
): Promise<Reconciliation> {
  requireStock(integration);
  const startedAt = context.clock.now().toISOString();
  const found = await compare(context, integration);
  return context.transaction(async ({ store, emit }) => {
    const before = await store.get(reconciliations, id);
    if (before) return before;
    const report = await store.insert(reconciliations, {
      id,
      integration: integration.key,
      startedAt,
      ...found,
    });
    await emit(events[found.state], integration.key, summaryOf(report));
    return report;
  });
}
