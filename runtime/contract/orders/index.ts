import { balanceOperations } from './balance.ts';
import { documentOperations } from './documents.ts';
import { editOperations, editResource } from './edits.ts';
import { fulfilmentOperations, fulfilmentResource } from './fulfilments.ts';
import { orderEvents } from './order-events.ts';
import { orderReads } from './order-reads.ts';
import { orderResources } from './order-resources.ts';
import { orderOperations } from './orders.ts';
import { refundOperations, refundResource } from './refunds.ts';
import { returnOperations, returnResource } from './returns.ts';

export { Order } from './order-schemas.ts';
export { orderProblems } from './problems.ts';

/** Orders, and what becomes of them: fulfilments, returns, refunds, edits. */
export function orderContract() {
  return {
    operations: {
      ...orderReads,
      ...orderOperations,
      ...balanceOperations,
      ...editOperations,
      ...refundOperations,
      ...fulfilmentOperations,
      ...returnOperations,
      ...documentOperations,
    },
    resources: [...orderResources, fulfilmentResource, returnResource, refundResource, editResource],
    events: orderEvents,
  };
}

export type OrderOperations = ReturnType<typeof orderContract>['operations'];
