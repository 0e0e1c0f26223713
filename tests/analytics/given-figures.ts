import { services } from '../../runtime/services/index.ts';
import type { Engine } from '../../runtime/store/index.ts';
import { type Body, type GivenStore, givenStore, type OpenEngine } from '../catalog/given-store.ts';
import { ordersElsewhere, tellOrders } from '../fixtures/orders-elsewhere.ts';
import { fashionConfig } from '../fixtures/store-config.ts';

export interface GivenFigures extends GivenStore {
  readonly tell: ReturnType<typeof tellOrders>;
  sales(query?: string): Promise<Body>;
  products(query?: string): Promise<Body>;
  conversion(query?: string): Promise<Body>;
  rebuild(): Promise<Body>;
}

/** A store whose orders are kept elsewhere; its days are those of Berlin. */
export async function givenFigures(openEngine: OpenEngine): Promise<GivenFigures> {
  let engine: Engine | undefined;
  const store = await givenStore(
    async (collections, clock) => {
      engine = await openEngine(collections, clock);
      return engine;
    },
    fashionConfig,
    { services: [...services.filter(({ name }) => name !== 'orders'), ordersElsewhere] },
  );
  if (!engine) throw new Error('The store has opened no engine.');
  const report =
    (path: string) =>
    async (query = 'from=2026-01-01&to=2026-12-31') =>
      (await store.request(`GET /v1/analytics/${path}?${query}`)).body;
  return {
    ...store,
    tell: tellOrders(engine, 'shop', store.now),
    ...{ sales: report('sales'), products: report('products'), conversion: report('conversion') },
    rebuild: async () => (await store.request('POST /v1/analytics/rebuild', {})).body,
  };
}
