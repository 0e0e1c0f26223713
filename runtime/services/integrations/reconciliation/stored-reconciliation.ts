import type { Static } from 'typebox';
import type {
  IntegrationReconciliation,
  IntegrationReconciliationSummary,
} from '../../../contract/integrations/index.ts';
import { collection } from '../../../store/port.ts';

export type Reconciliation = Static<typeof IntegrationReconciliation>;
export type ReconciliationSummary = Static<typeof IntegrationReconciliationSummary>;

/** Written once, never changed. */
export const reconciliations = collection<Reconciliation>({
  name: 'integration_reconciliations',
  indexes: {
    /** Under `*` for all integrations. */
    byTime: {
      version: 1,
      columns: [
        { name: 'integration', type: 'text' },
        { name: 'startedAt', type: 'text' },
      ],
      keys: ({ integration, startedAt }) => [
        ['*', startedAt],
        [integration, startedAt],
      ],
    },
  },
});

export function summaryOf({ differences: _differences, ...summary }: Reconciliation): ReconciliationSummary {
  return summary;
}
