import type { HandlersOf } from '../../../context/service.ts';
import type { IntegrationOperations } from '../../../contract/integrations/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPage } from '../../../lists/index.ts';
import { requireIntegration } from '../partners/require-integration.ts';
import { reconcile } from './reconcile.ts';
import { reconciliations, summaryOf } from './stored-reconciliation.ts';

type Operations = Pick<
  IntegrationOperations,
  Extract<keyof IntegrationOperations, `integrations.reconciliations.${string}`>
>;

/** Handlers of reconciliations, in the contract's order. */
export const reconciliationHandlers: HandlersOf<Operations> = {
  async 'integrations.reconciliations.run'(context, { integration }) {
    return reconcile(context, requireIntegration(context, integration), context.stableId('irc'));
  },

  async 'integrations.reconciliations.list'(context, { integration, ...page }) {
    const range = {
      ...{ index: 'byTime', where: { integration: integration ?? '*' }, direction: 'descending' as const },
    };
    const found = await listPage(context, 'integrations.reconciliations.list', reconciliations, range, page);
    return { ...found, data: found.data.map(summaryOf) };
  },

  async 'integrations.reconciliations.get'({ store }, { reconciliationId }) {
    const found = await store.get(reconciliations, reconciliationId);
    if (found) return found;
    throw problem(problems.notFound, { detail: `There is no reconciliation ${reconciliationId}.` });
  },
};
