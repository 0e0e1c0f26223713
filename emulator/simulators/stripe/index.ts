import type { Simulator } from '../simulator.ts';
import { stripeCollections } from './collections.ts';
import { endpoints } from './endpoints.ts';
import { registerRoutes } from './http/register-routes.ts';
import { notes } from './notes.ts';
import { registerPages } from './pages/register-pages.ts';
import { support } from './support.ts';
import { troubleBody } from './trouble-body.ts';
import { startWorker } from './worker.ts';

/** Stripe on the wire: its official SDKs work against it with another base URL. */
export const stripe: Simulator = {
  name: 'stripe',
  title: 'Stripe',
  collections: stripeCollections,
  support,
  notes,
  register(server, sessionOf) {
    registerRoutes(server, endpoints, sessionOf);
    registerPages(server, sessionOf);
  },
  troubleBody,
  startWork: startWorker,
};
