import type { ProviderConnection } from '../../runtime/context/provider-connection.ts';
import type { KnownHook } from './known-hooks.ts';
import { requestSimulator } from './request-simulator.ts';
import type { SimulatorAddress } from './simulated-connections.ts';

/** Any client id is let in; this is the store's. */
const ownClient = { clientId: 'headlesspro', clientSecret: 'headlesspro' };

function credentialsOf({ marked }: SimulatorAddress) {
  return { ...ownClient, clientId: marked(ownClient.clientId) };
}

async function accessToken(url: string, { clientId, clientSecret }: typeof ownClient): Promise<string> {
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const answer = await requestSimulator(`${url}/v1/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  return String(answer?.access_token);
}

async function hookAt(address: SimulatorAddress): Promise<KnownHook> {
  const { url, hook, known } = address;
  const authorization = `Bearer ${await accessToken(url, credentialsOf(address))}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const before = known.read();
  // The platform may answer at another port than last time.
  const moved =
    before &&
    (await requestSimulator(`${url}/v1/notifications/webhooks/${before.id}`, {
      ...{ method: 'PATCH', headers },
      body: JSON.stringify([{ op: 'replace', path: '/url', value: hook }]),
    }));
  if (moved) return before;
  const made = await requestSimulator(`${url}/v1/notifications/webhooks`, {
    ...{ method: 'POST', headers },
    body: JSON.stringify({ url: hook, event_types: [{ name: '*' }] }),
  });
  const fresh = { id: String(made?.id), secret: '' };
  known.write(fresh);
  return fresh;
}

export async function connectToPaypal(address: SimulatorAddress): Promise<ProviderConnection> {
  const { id } = await hookAt(address);
  return { url: address.url, secrets: { ...credentialsOf(address), webhookId: id } };
}
