import { deliveryOperations, deliveryResources } from './deliveries.ts';
import { endpointEvents, endpointOperations, endpointResource } from './endpoints.ts';

export { webhookProblems } from './problems.ts';
export {
  mostEndpoints,
  WebhookCondition,
  WebhookDelivery,
  WebhookDeliverySummary,
  WebhookEndpoint,
} from './schemas.ts';

/** Events on their way to URLs. */
export function webhookContract() {
  return {
    operations: { ...endpointOperations, ...deliveryOperations },
    resources: [endpointResource, ...deliveryResources],
    events: endpointEvents,
  };
}

export type WebhookOperations = ReturnType<typeof webhookContract>['operations'];
