import type { Service } from '../../context/service.ts';
import type { Collection } from '../../store/port.ts';
import { partnerRecords } from './applying/partner-records.ts';
import { applyCallbacks } from './callbacks/apply-callback.ts';
import { callbackHandlers } from './callbacks/callback-handlers.ts';
import { forgetCallbacks, forgetOrder } from './callbacks/forget-callbacks.ts';
import { callbackReceiver } from './callbacks/receive-callback.ts';
import { callbacks } from './callbacks/stored-callback.ts';
import { partnerHandlers } from './partners/partner-handlers.ts';
import type { VerifyCallback } from './ports.ts';
import { nextReconciliation, reconcileNightly } from './reconciliation/nightly.ts';
import { reconciliationHandlers } from './reconciliation/reconciliation-handlers.ts';
import { reconciliations } from './reconciliation/stored-reconciliation.ts';
import { tellPartners } from './sending/tell-partners.ts';

// A collection is stored by its documents' own type; the service lists collections of all types.
const collections = [callbacks, partnerRecords, reconciliations] as unknown as readonly Collection[];

/** Warehouses and ERPs that the configuration declares. */
export function createIntegrationService(verify: VerifyCallback): Service {
  return {
    name: 'integrations',
    collections,
    // Each handler is typed by its operation; the gateway hands over what the contract has validated.
    handlers: { ...partnerHandlers, ...callbackHandlers, ...reconciliationHandlers } as Service['handlers'],
    batches: {},
    loaders: {},
    subscriptions: [applyCallbacks, forgetOrder, tellPartners],
    schedules: {
      'integrations.reconcile-stock': {
        everySeconds: 900,
        runSteps: reconcileNightly,
        nextDueAt: nextReconciliation,
      },
      'integrations.forget-callbacks': { everySeconds: 3600, run: forgetCallbacks },
    },
    receivers: { integrations: callbackReceiver(verify) },
  };
}
