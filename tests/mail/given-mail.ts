import { environmentConnections } from '../../runtime/providers/connections/index.ts';
import { services } from '../../runtime/services/index.ts';
import type { Engine } from '../../runtime/store/index.ts';
import { type GivenStore, givenStore, type OpenEngine } from '../catalog/given-store.ts';
import { ordersElsewhere, tellOrders } from '../fixtures/orders-elsewhere.ts';
import { fashionConfig } from '../fixtures/store-config.ts';

export interface GivenMail extends GivenStore {
  readonly tell: ReturnType<typeof tellOrders>;
}

/** A store whose orders are kept elsewhere, with a mail server or without. */
export async function givenMail(openEngine: OpenEngine, smtpUrl?: string): Promise<GivenMail> {
  let engine: Engine | undefined;
  const mail = {
    from: 'Fashion <orders@fashion.test>',
    ...{ replyTo: 'help@fashion.test', notices: null },
    smtp: { url: { env: 'SMTP_URL' } },
  };
  const store = await givenStore(
    async (collections, clock) => {
      engine = await openEngine(collections, clock);
      return engine;
    },
    { ...fashionConfig, mail },
    {
      services: [...services.filter(({ name }) => name !== 'orders'), ordersElsewhere],
      connections: () => environmentConnections(smtpUrl === undefined ? {} : { SMTP_URL: smtpUrl }),
    },
  );
  if (!engine) throw new Error('The store has opened no engine.');
  return { ...store, tell: tellOrders(engine, 'shop', store.now) };
}
