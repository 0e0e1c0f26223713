import type { Handler, Service } from '../../context/service.ts';
import type { Collection } from '../../store/port.ts';
import { plans, stagedChanges } from './plans/collections.ts';
import { forgetPlans } from './plans/forget-plans.ts';
import { planHandlers } from './plans/handlers.ts';
import { settingsHandlers } from './settings.ts';
import { stateHandlers } from './state/handlers.ts';

/** What a store says of itself, and how its configuration and catalog move to another store. */
export const storeService: Service = {
  name: 'store',
  collections: [plans, stagedChanges] as readonly Collection[],
  // Each is typed by its operation; the gateway hands over what the contract has validated.
  handlers: { ...settingsHandlers, ...stateHandlers, ...planHandlers } as Readonly<Record<string, Handler>>,
  batches: {},
  loaders: {},
  subscriptions: [],
  schedules: { 'store.forget-plans': { everySeconds: 3600, run: forgetPlans } },
};
