import type { StoreConfig } from '../config/store-config.ts';
import { analyticsContract } from './analytics/index.ts';
import { catalogContract } from './catalog/index.ts';
import { checkoutContract } from './checkout/index.ts';
import { customerContract } from './customers/index.ts';
import type { EventDefinition } from './event.ts';
import { fraudContract } from './fraud/index.ts';
import { integrationContract } from './integrations/index.ts';
import { mailContract } from './mail/index.ts';
import type { Namespace } from './namespace.ts';
import type { Operation } from './operation.ts';
import { orderContract } from './orders/index.ts';
import { paymentsContract } from './payments/index.ts';
import type { Resource } from './resource.ts';
import { socialContract } from './social/index.ts';
import { storeContract } from './store/index.ts';
import { webhookContract } from './webhooks/index.ts';

/** Everything the platform offers to one store. Plain data; nothing else describes the API. */
export interface Contract {
  readonly operations: ReadonlyMap<string, Operation>;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly events: ReadonlyMap<string, EventDefinition>;
  /** Those that are named beside the operations, because they may have none yet. */
  readonly namespaces: readonly Namespace[];
  /** Throws where there is no such operation: a fault of our code. */
  operation(id: string): Operation;
}

/** The contract is a function of the store's configuration: its attributes become concrete schemas. */
export function createContract(config: StoreConfig): Contract {
  const parts = [
    storeContract(),
    catalogContract(config),
    checkoutContract(),
    customerContract(),
    paymentsContract(),
    orderContract(),
    fraudContract(),
    mailContract(),
    analyticsContract(),
    webhookContract(),
    integrationContract(),
    socialContract(),
  ];
  const operations = new Map<string, Operation>();
  const resources = new Map<string, Resource>();
  const events = new Map<string, EventDefinition>();
  for (const part of parts) {
    for (const operation of Object.values<Operation>(part.operations))
      operations.set(operation.id, operation);
    for (const resource of part.resources) resources.set(resource.name, resource);
    for (const event of part.events) events.set(event.type, event);
  }
  return {
    operations,
    resources,
    events,
    namespaces: parts.flatMap((part) => ('namespaces' in part ? part.namespaces : [])),
    operation(id) {
      const operation = operations.get(id);
      if (!operation) throw new Error(`The contract has no operation ${id}.`);
      return operation;
    },
  };
}
