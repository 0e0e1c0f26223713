import type { Simulator, SupportedEvent } from '../simulator.ts';
import { startCallbacks } from './callbacks/start-callbacks.ts';
import { partnerCollections } from './documents.ts';
import { type PartnerEndpoint, registerEndpoints } from './endpoint.ts';
import type { Offered } from './pages/order-pages.ts';
import { registerPages } from './pages/register-pages.ts';

export interface PartnerOptions extends Pick<Simulator, 'name' | 'title' | 'notes'> {
  /** What its pages call it: `Simulated warehouse`. */
  readonly partner: string;
  readonly endpoints: readonly PartnerEndpoint[];
  readonly callbacks: readonly SupportedEvent[];
  readonly offered: Offered;
}

/** A simulated partner: the same orders, stock and callbacks, with what it offers to do. */
export function createPartner({
  name,
  title,
  partner,
  notes,
  endpoints,
  callbacks,
  offered,
}: PartnerOptions): Simulator {
  return {
    ...{ name, title, notes, collections: partnerCollections },
    support: {
      endpoints: endpoints.map(({ http, summary, parameters, limits }) => ({
        ...{ http, summary, parameters },
        ...(limits === undefined ? {} : { limits }),
      })),
      events: callbacks,
    },
    register(server, sessionOf) {
      registerEndpoints(server, endpoints, sessionOf);
      registerPages(server, sessionOf, { partner, offered });
    },
    troubleBody: (status) => ({
      error: status === 429 ? 'Too many requests.' : `The ${title} is out of order.`,
    }),
    startWork: startCallbacks,
  };
}
