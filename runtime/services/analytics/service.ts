import type { Handler, Service, StepsHandler } from '../../context/service.ts';
import type { Collection } from '../../store/port.ts';
import { cartSubscription } from './carts/follow-carts.ts';
import { cartSteps, cartsOfDays, countedOrders, productSales, salesOfDays } from './collections.ts';
import { analyticsStates, lockGenerations } from './generations.ts';
import { analyticsHandlers } from './handlers.ts';
import { orderSubscription } from './sales/follow-orders.ts';

// A collection is stored by its documents' own type; the service lists collections of all types.
const collections = [
  ...[analyticsStates, countedOrders, salesOfDays, productSales, cartSteps, cartsOfDays],
] as unknown as readonly Collection[];

/** What was sold and how it went, counted as it happens. */
export const analyticsService: Service = {
  name: 'analytics',
  collections,
  // Each handler is typed by its operation; the gateway hands over what the contract has validated.
  handlers: analyticsHandlers as Readonly<Record<string, Handler | StepsHandler>>,
  batches: {},
  loaders: {},
  subscriptions: [orderSubscription, cartSubscription],
  // Before any event is: two that came first, at a time, would both make it.
  schedules: {
    'analytics.begin': { everySeconds: 3600, run: async (context) => void (await lockGenerations(context)) },
  },
};
