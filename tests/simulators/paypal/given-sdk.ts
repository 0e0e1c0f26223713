import { Client, Environment, OrdersController, PaymentsController } from '@paypal/paypal-server-sdk';
import { expect } from 'vitest';

const sandbox = 'https://api-m.sandbox.paypal.com';

/** As much of what its HTTP client hands over as is needed to send it. */
interface SdkRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: { toJSON(): Record<string, string> };
  readonly data?: string;
}

/**
 * PayPal's own SDK, unmodified. It has no option for where the API is, so that its HTTP client's adapter takes what
 * is meant for the sandbox to the simulator, and refuses whatever goes anywhere else.
 */
export function givenSdk(url: string) {
  const adapter = async (request: SdkRequest) => {
    expect(request.url.startsWith(`${sandbox}/`), request.url).toBe(true);
    const response = await fetch(url + request.url.slice(sandbox.length), {
      method: request.method.toUpperCase(),
      headers: request.headers.toJSON(),
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
  const client = new Client({
    environment: Environment.Sandbox,
    clientCredentialsAuthCredentials: { oAuthClientId: 'client', oAuthClientSecret: 'secret' },
    unstable_httpClientOptions: { adapter },
  });
  return { orders: new OrdersController(client), payments: new PaymentsController(client) };
}
