import { systemClock } from '../../runtime/clock/system-clock.ts';
import { createHttpOutgoing } from '../../runtime/outgoing/index.ts';
import { services } from '../../runtime/services/index.ts';
import { createWebhooksService } from '../../runtime/services/webhooks/index.ts';
import {
  type Body,
  type GivenOutside,
  type GivenStore,
  givenStore,
  type OpenEngine,
} from '../catalog/given-store.ts';
import { fashionConfig } from '../fixtures/store-config.ts';

export interface GivenWebhooks extends GivenStore {
  /** An endpoint for that URL; the answer with its secret. */
  endpoint(url: string, settings?: Readonly<Record<string, unknown>>): Promise<Body>;
  /** Causes an event `category.created`; the category. */
  category(name: string): Promise<Body>;
  /** Causes an event `category.updated`. */
  rename(category: Body, name: string): Promise<void>;
  /** Lets the machine's time pass, which signs and says when to look at schedules. */
  passMachineTime(seconds: number): void;
  deliveries(filter?: string): Promise<readonly Body[]>;
  delivery(id: string): Promise<Body>;
}

/** Long enough for a busy machine, and short enough to be waited for. */
const timeoutMilliseconds = 400;

/** A store on a laptop: it sends to this machine. Real time signs, so that real libraries can verify. */
export async function givenWebhooks(
  openEngine: OpenEngine,
  config = fashionConfig,
  outside: GivenOutside = {},
): Promise<GivenWebhooks> {
  let passed = 0;
  const store = await givenStore(openEngine, config, {
    services: [
      ...services.filter(({ name }) => name !== 'webhooks'),
      createWebhooksService({ timeoutMilliseconds }),
    ],
    machineClock: { now: () => new Date(systemClock.now().getTime() + passed) },
    outgoing: createHttpOutgoing({ allowLoopback: true }),
    ...outside,
  });
  async function ask(route: string, body?: unknown): Promise<Body> {
    const answer = await store.request(route, body);
    if (answer.status > 299) throw new Error(`${route}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  return {
    ...store,
    passMachineTime: (seconds) => {
      passed += seconds * 1000;
    },
    endpoint: (url, settings = {}) =>
      ask('POST /v1/webhooks/endpoints', { url, events: ['category.*'], ...settings }),
    category: (name) => ask('POST /v1/categories', { name }),
    rename: (category, name) => ask(`PATCH /v1/categories/${category.id}`, { name }),
    deliveries: async (filter = '') => (await ask(`GET /v1/webhooks/deliveries${filter}`)).data,
    delivery: (id) => ask(`GET /v1/webhooks/deliveries/${id}`),
  };
}
