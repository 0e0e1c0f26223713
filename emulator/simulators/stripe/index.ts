import type { Simulator } from '../simulator.ts';
import { stripeCollections } from './collections.ts';
import { endpoints } from './endpoints.ts';
import { registerRoutes } from './http/register-routes.ts';
import { notes } from './notes.ts';
import { registerPages } from './pages/register-pages.ts';
import { support } from './support.ts';
import { startWorker } from './worker.ts';

/** Stripe on the wire: its official SDKs work against it with another base URL. */
export const stripe: Simulator = {
  name: 'stripe',
  title: 'Stripe',
  collections: stripeCollections,
  support,
  notes,
  register(server, context) {
    const worker = startWorker(context);
    registerRoutes(server, endpoints, context, () => worker.wake());
    registerPages(server, context, () => worker.wake());
    return () => worker.stop();
  },
};
