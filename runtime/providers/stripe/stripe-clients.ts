import QuickLRU from 'quick-lru';
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

/**
 * Lends the official client of a connection while `work` lasts; loaded with the first, because most requests need none.
 */
export type StripeClients = <Result>(
  connection: ProviderConnection,
  work: (stripe: Stripe) => Promise<Result>,
) => Promise<Result>;

/** Clients that nobody has just now are kept: of so many accounts, because a sandbox has one of its own, so many each. */
const kept = { accounts: 16, clients: 16 } as const;

/** A client, and the trace of whoever has it. */
interface TracedClient {
  readonly stripe: Stripe;
  traceparent: string | undefined;
}

/** The SDK takes no headers of its caller's, so its HTTP client adds the one. */
function tracing(inner: Stripe.HttpClient, traceparent: () => string | undefined): Stripe.HttpClient {
  return {
    getClientName: () => inner.getClientName(),
    makeRequest: (host, port, path, method, headers, ...rest) => {
      const parent = traceparent();
      const all = parent === undefined ? headers : { ...headers, traceparent: parent };
      return inner.makeRequest(host, port, path, method, all, ...rest);
    },
  };
}

/**
 * Making a client costs as much as a request, so each is lent again and again, to one at a time: it knows one trace.
 * All of them share their connections to Stripe.
 */
export function createStripeClients(): StripeClients {
  let loading: Promise<{ Client: typeof Stripe; httpClient: Stripe.HttpClient }> | undefined;
  const idle = new QuickLRU<string, TracedClient[]>({ maxSize: kept.accounts });

  async function load() {
    const { default: Client } = await import('stripe');
    return { Client, httpClient: Client.createNodeHttpClient() };
  }

  async function create({ url, secrets }: ProviderConnection): Promise<TracedClient> {
    loading ??= load();
    const { Client, httpClient } = await loading;
    const stripe = new Client(secrets.secretKey ?? '', {
      ...{ apiVersion, maxNetworkRetries: retries, timeout: timeoutMilliseconds, telemetry: false },
      httpClient: tracing(httpClient, () => traced.traceparent),
      ...baseUrl(url),
    });
    const traced: TracedClient = { stripe, traceparent: undefined };
    return traced;
  }

  return async (connection, work) => {
    const account = JSON.stringify([connection.url, connection.secrets.secretKey]);
    const free = idle.get(account) ?? [];
    idle.set(account, free);
    const client = free.pop() ?? (await create(connection));
    client.traceparent = connection.traceparent;
    try {
      return await work(client.stripe);
    } finally {
      if (free.length < kept.clients) free.push(client);
    }
  };
}
