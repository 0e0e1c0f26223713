import type { OrdersController, PaymentsController } from '@paypal/paypal-server-sdk';
import type { ProviderConnection } from '../../context/provider-connection.ts';

type Sdk = typeof import('@paypal/paypal-server-sdk');

/** What the SDK's environment "Production" stands for. */
const production = 'https://api-m.paypal.com';
const timeoutMilliseconds = 20_000;

/** PayPal's official client of one connection. */
export interface PaypalClient {
  readonly sdk: Sdk;
  readonly orders: OrdersController;
  readonly payments: PaymentsController;
  /** Asks what the SDK has no method for. */
  post(path: string, json: string): Promise<unknown>;
}

/** As much of a request of the SDK's HTTP client as is needed to send it. */
interface SdkRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: { toJSON(): Record<string, string> };
  readonly data?: string;
}

/**
 * The SDK has no option for where the API is (2.5.0 knows two hosts by name), so its HTTP client is told how to send:
 * to the connection's own address.
 */
function sendTo(baseUrl: string) {
  return async (request: SdkRequest) => {
    if (!request.url.startsWith(`${production}/`)) throw new Error(`PayPal's SDK asks ${request.url}.`);
    const response = await fetch(baseUrl + request.url.slice(production.length), {
      method: request.method.toUpperCase(),
      headers: request.headers.toJSON(),
      signal: AbortSignal.timeout(timeoutMilliseconds),
      ...(request.data === undefined ? {} : { body: request.data }),
    });
    return {
      data: await response.text(),
      status: response.status,
      statusText: response.statusText,
      headers: Object.fromEntries(response.headers),
      config: request,
    };
  };
}

/** Hands out the client of a connection; the SDK is loaded with the first, because most requests need none. */
export type PaypalClients = (connection: ProviderConnection) => Promise<PaypalClient>;

/** Clients are kept, and with them the tokens that they were given. */
export function createPaypalClients(): PaypalClients {
  const clients = new Map<string, Promise<PaypalClient>>();

  async function create({ url, secrets }: ProviderConnection): Promise<PaypalClient> {
    const sdk = await import('@paypal/paypal-server-sdk');
    const { clientId = '', clientSecret = '' } = secrets;
    const baseUrl = (url ?? production).replace(/\/+$/, '');
    const client = new sdk.Client({
      environment: sdk.Environment.Production,
      timeout: timeoutMilliseconds,
      clientCredentialsAuthCredentials: { oAuthClientId: clientId, oAuthClientSecret: clientSecret },
      unstable_httpClientOptions: { adapter: sendTo(baseUrl) },
    });
    return {
      sdk,
      orders: new sdk.OrdersController(client),
      payments: new sdk.PaymentsController(client),
      async post(path, json) {
        const { accessToken } = await client.clientCredentialsAuthManager.fetchToken();
        const response = await fetch(`${baseUrl}${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
          body: json,
          signal: AbortSignal.timeout(timeoutMilliseconds),
        });
        const body = await response.text();
        if (!response.ok) throw Object.assign(new Error(body), { statusCode: response.status, body });
        return JSON.parse(body);
      },
    };
  }

  return (connection) => {
    const { clientId, clientSecret } = connection.secrets;
    const name = JSON.stringify([connection.url, clientId, clientSecret]);
    const client = clients.get(name) ?? create(connection);
    clients.set(name, client);
    return client;
  };
}
