import type { ProviderConnection } from '../../runtime/context/provider-connection.ts';
import type { KnownHook } from './known-hooks.ts';
import { requestSimulator } from './request-simulator.ts';
import type { SimulatorAddress } from './simulated-connections.ts';

/** Any token that begins with `test_` is let in; this is the store's. */
const simulatedPartnerToken = 'test_headlesspro';

async function hookAt({ url, hook, known, marked }: SimulatorAddress): Promise<KnownHook> {
  const headers = {
    authorization: `Bearer ${marked(simulatedPartnerToken)}`,
    'content-type': 'application/json',
  };
  const init = { method: 'POST', headers, body: JSON.stringify({ url: hook }) };
  const before = known.read();
  // The platform may answer at another port than last time.
  if (before && (await requestSimulator(`${url}/v1/webhooks/${before.id}`, init))) return before;
  const made = await requestSimulator(`${url}/v1/webhooks`, init);
  const fresh = { id: String(made?.id), secret: String(made?.secret) };
  known.write(fresh);
  return fresh;
}

/** A simulated warehouse or ERP, told where this store takes its callbacks. */
export async function connectToPartner(address: SimulatorAddress): Promise<ProviderConnection> {
  const { secret } = await hookAt(address);
  return { url: address.url, secrets: { token: address.marked(simulatedPartnerToken), secret } };
}
