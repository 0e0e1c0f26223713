import { resource } from '../resource.ts';
import { integrationEvents } from './events.ts';
import { integrationOperations } from './operations.ts';
import { IntegrationCallback, IntegrationReconciliation } from './schemas.ts';

export { type CallbackData, callbackData } from './callback-data.ts';
export { integrationProblems } from './problems.ts';
export {
  IntegrationCallback,
  IntegrationCallbackSummary,
  IntegrationReconciliation,
  IntegrationReconciliationSummary,
  StockDifference,
} from './schemas.ts';

/** Warehouses and ERPs: what they send, and whether their stock is ours. */
export function integrationContract() {
  return {
    operations: integrationOperations,
    resources: [
      resource({ name: 'IntegrationCallback', schema: IntegrationCallback, relations: {} }),
      resource({ name: 'IntegrationReconciliation', schema: IntegrationReconciliation, relations: {} }),
    ],
    events: integrationEvents,
  };
}

export type IntegrationOperations = typeof integrationOperations;
