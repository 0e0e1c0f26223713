import type { ProviderConnection } from '../../runtime/context/provider-connection.ts';
import { stripeEvents } from '../../runtime/providers/stripe/index.ts';
import { simulatedStripeKey } from '../simulators/simulated-stripe-key.ts';
import type { KnownHook } from './known-hooks.ts';
import { requestSimulator } from './request-simulator.ts';
import type { SimulatorAddress } from './simulated-connections.ts';

async function hookAt({ url, hook, known, marked }: SimulatorAddress): Promise<KnownHook> {
  const headers = {
    authorization: `Bearer ${marked(simulatedStripeKey)}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const wanted = stripeEvents.map((type): [string, string] => ['enabled_events[]', type]);
  const before = known.read();
  // The platform may answer at another port than last time.
  const moved =
    before &&
    (await requestSimulator(`${url}/v1/webhook_endpoints/${before.id}`, {
      ...{ method: 'POST', headers, body: new URLSearchParams([['url', hook], ...wanted]) },
    }));
  if (moved) return before;
  const made = await requestSimulator(`${url}/v1/webhook_endpoints`, {
    ...{ method: 'POST', headers },
    body: new URLSearchParams([['url', hook], ['description', 'HeadlessPro'], ...wanted]),
  });
  const fresh = { id: String(made?.id), secret: String(made?.secret) };
  known.write(fresh);
  return fresh;
}

export async function connectToStripe(address: SimulatorAddress): Promise<ProviderConnection> {
  const { secret } = await hookAt(address);
  return {
    url: address.url,
    secrets: { secretKey: address.marked(simulatedStripeKey), webhookSecret: secret },
  };
}
