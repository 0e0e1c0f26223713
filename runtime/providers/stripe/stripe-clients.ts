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

/**
 * The SDK takes no headers of its caller's, so its HTTP client adds the one: a client of its own for each trace, over
 * the connections that all share.
 */
function withTrace(inner: Stripe.HttpClient, traceparent: string): Stripe.HttpClient {
  return {
    getClientName: () => inner.getClientName(),
    makeRequest: (host, port, path, method, headers, ...rest) =>
      inner.makeRequest(host, port, path, method, { ...headers, traceparent }, ...rest),
  };
}

/** Connections to Stripe are kept. */
export function createStripeClients(): StripeClients {
  let loading: Promise<{ Client: typeof Stripe; httpClient: Stripe.HttpClient }> | undefined;

  async function load() {
    const { default: Client } = await import('stripe');
    return { Client, httpClient: Client.createNodeHttpClient() };
  }

  return async ({ url, secrets, traceparent }) => {
    loading ??= load();
    const { Client, httpClient } = await loading;
    return new Client(secrets.secretKey ?? '', {
      ...{ apiVersion, maxNetworkRetries: retries, timeout: timeoutMilliseconds, telemetry: false },
      httpClient: traceparent === undefined ? httpClient : withTrace(httpClient, traceparent),
      ...baseUrl(url),
    });
  };
}
