import type { Simulator } from '../simulator.ts';
import { stripeCollections } from './collections.ts';
import { endpoints } from './endpoints.ts';
import { registerRoutes } from './http/register-routes.ts';
import { support } from './support.ts';
import { startWorker } from './worker.ts';

/** Stripe on the wire: its official SDKs work against it with another base URL. */
export const stripe: Simulator = {
  name: 'stripe',
  title: 'Stripe',
  collections: stripeCollections,
  support,
  register(server, context) {
    const worker = startWorker(context);
    registerRoutes(server, endpoints, context, () => worker.wake());
    return () => worker.stop();
  },
};
