import { firstDue } from '../../clock/first-due.ts';
import type { Service } from '../../context/service.ts';
import type { Collection } from '../../store/port.ts';
import { documentHandlers } from './documents/document-handlers.ts';
import { editHandlers, listEdits } from './edits/edit-handlers.ts';
import { orderEdits } from './edits/stored-edit.ts';
import { fulfilmentHandlers, listFulfilments } from './fulfilments/fulfilment-handlers.ts';
import { fulfilments, presentFulfilment } from './fulfilments/stored-fulfilment.ts';
import { captureBalance } from './orders/capture-balance.ts';
import { hearAssessments } from './orders/hear-assessments.ts';
import { hearPayments } from './orders/hear-payments.ts';
import { orderHandlers } from './orders/order-handlers.ts';
import { listTimelines } from './orders/order-lists.ts';
import { orderCounters, orders, presentOrder } from './orders/stored-order.ts';
import { timeline } from './orders/timeline.ts';
import { listRefunds, refundHandlers } from './refunds/refund-handlers.ts';
import { settleDueMoney } from './refunds/settle-money.ts';
import { orderRefunds } from './refunds/stored-refund.ts';
import { listReturns, returnHandlers } from './returns/return-handlers.ts';
import { returns } from './returns/stored-return.ts';
import { indexOrders, orderSearches } from './search/order-searches.ts';

// A collection is stored by its documents' own type; the service lists collections of all types.
const collections = [
  ...[orders, orderCounters, timeline, fulfilments, returns, orderRefunds, orderEdits, orderSearches],
] as unknown as readonly Collection[];

/** Orders, and what becomes of them. */
export const orderService: Service = {
  name: 'orders',
  collections,
  // Each handler is typed by its operation; the gateway hands over what the contract has validated.
  handlers: {
    ...orderHandlers,
    ...refundHandlers,
    ...fulfilmentHandlers,
    ...returnHandlers,
    ...editHandlers,
    ...documentHandlers,
  } as Service['handlers'],
  batches: {
    'orders.fulfilments.list': listFulfilments,
    'orders.returns.list': listReturns,
    'orders.orders.listRefunds': listRefunds,
    'orders.edits.list': listEdits,
    'orders.orders.listTimeline': listTimelines,
  },
  loaders: {
    async Order(context, ids) {
      const found = await context.store.getMany(orders, ids);
      return found.map((order) => order && presentOrder(order));
    },
    async Fulfilment(context, ids) {
      const found = await context.store.getMany(fulfilments, ids);
      return found.map((fulfilment) => fulfilment && presentFulfilment(fulfilment));
    },
    Return: (context, ids) => context.store.getMany(returns, ids),
    OrderRefund: (context, ids) => context.store.getMany(orderRefunds, ids),
  },
  subscriptions: [hearPayments, captureBalance, hearAssessments, indexOrders],
  schedules: {
    'orders.settle-money': {
      ...{ everySeconds: 30, runSteps: settleDueMoney },
      nextDueAt: ({ store }) => firstDue(store, orders, 'byMoneyDue', { all: 1 }),
    },
  },
};
