import type Stripe from 'stripe';
import type { ProviderConnection } from '../../context/provider-connection.ts';

/** The version that the shapes read here are of; it is the SDK's own, so that its types are true. */
const apiVersion = '2026-10-28.endive';

const timeoutMilliseconds = 20_000;
const retries = 2;

function baseUrl(url: string | undefined): Stripe.StripeConfig {
  if (url === undefined) return {};
  const { hostname, port, protocol } = new URL(url);
  const isSecure = protocol === 'https:';
  return {
    host: hostname,
    port: port === '' ? (isSecure ? 443 : 80) : Number(port),
    protocol: isSecure ? 'https' : 'http',
  };
}

/** Hands out the official client of a connection; loaded with the first, because most requests need none. */
export type StripeClients = (connection: ProviderConnection) => Promise<Stripe>;

/** Clients are kept, so that their connections to Stripe are. */
export function createStripeClients(): StripeClients {
  const clients = new Map<string, Promise<Stripe>>();

  async function create(key: string, url: string | undefined): Promise<Stripe> {
    const { default: Client } = await import('stripe');
    return new Client(key, {
      ...{ apiVersion, maxNetworkRetries: retries, timeout: timeoutMilliseconds, telemetry: false },
      ...baseUrl(url),
    });
  }

  return ({ url, secrets }) => {
    const { secretKey = '' } = secrets;
    const name = JSON.stringify([url, secretKey]);
    const client = clients.get(name) ?? create(secretKey, url);
    clients.set(name, client);
    return client;
  };
}
