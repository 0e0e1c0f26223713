import type { OAuthToken, OrdersController, PaymentsController } from '@paypal/paypal-server-sdk';
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
  /** Ask what the SDK has no method for. */
  get(path: string): Promise<unknown>;
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
function sendTo(baseUrl: string, traced: Readonly<Record<string, string>>) {
  return async (request: SdkRequest) => {
    if (!request.url.startsWith(`${production}/`)) throw new Error(`PayPal's SDK asks ${request.url}.`);
    const response = await fetch(baseUrl + request.url.slice(production.length), {
      method: request.method.toUpperCase(),
      headers: { ...request.headers.toJSON(), ...traced },
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

/** What is kept of a connection over all of its clients. */
interface Kept {
  token: OAuthToken | undefined;
}

/** A client for each trace, because its calls name the trace; the token that they were given is kept. */
export function createPaypalClients(): PaypalClients {
  const kept = new Map<string, Kept>();

  function keptOf({ url, secrets: { clientId, clientSecret } }: ProviderConnection): Kept {
    const name = JSON.stringify([url, clientId, clientSecret]);
    const known = kept.get(name) ?? { token: undefined };
    kept.set(name, known);
    return known;
  }

  return async (connection) => {
    const { url, secrets, traceparent } = connection;
    const sdk = await import('@paypal/paypal-server-sdk');
    const { clientId = '', clientSecret = '' } = secrets;
    const baseUrl = (url ?? production).replace(/\/+$/, '');
    const traced = traceparent === undefined ? {} : { traceparent };
    const known = keptOf(connection);
    const tokenOf = async (manager: {
      updateToken(token?: OAuthToken): Promise<OAuthToken>;
    }): Promise<OAuthToken> => {
      known.token = await manager.updateToken(known.token);
      return known.token;
    };
    const client = new sdk.Client({
      environment: sdk.Environment.Production,
      timeout: timeoutMilliseconds,
      clientCredentialsAuthCredentials: {
        ...{ oAuthClientId: clientId, oAuthClientSecret: clientSecret },
        oAuthTokenProvider: (_last, manager) => tokenOf(manager),
      },
      unstable_httpClientOptions: { adapter: sendTo(baseUrl, traced) },
    });
    /** As the SDK asks: with its token, and what is refused is thrown with its status and body. */
    async function ask(path: string, init: RequestInit): Promise<unknown> {
      const { accessToken } = await tokenOf(client.clientCredentialsAuthManager);
      const response = await fetch(`${baseUrl}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json', ...traced },
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      const body = await response.text();
      if (!response.ok) throw Object.assign(new Error(body), { statusCode: response.status, body });
      return JSON.parse(body);
    }

    return {
      sdk,
      orders: new sdk.OrdersController(client),
      payments: new sdk.PaymentsController(client),
      get: (path) => ask(path, { method: 'GET' }),
      post: (path, json) => ask(path, { method: 'POST', body: json }),
    };
  };
}
