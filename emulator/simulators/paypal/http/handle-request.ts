import type { FastifyRequest } from 'fastify';
import type { Store, Writer } from '../../../../runtime/store/port.ts';
import type { SimulatorContext } from '../../simulator.ts';
import { clientOf } from '../oauth/access-tokens.ts';
import type { Answer, Endpoint } from './endpoint.ts';
import { answerOnce } from './kept-answers.ts';
import { mockedError } from './mock-response.ts';
import { refusal } from './paypal-error.ts';

const invalidToken: Answer = {
  status: 401,
  body: { error: 'invalid_token', error_description: 'Token signature verification failed' },
};

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Who asks; undefined where a token is needed and none that is good was given. */
async function authenticate(
  endpoint: Endpoint,
  store: Store,
  authorization: string | undefined,
): Promise<string | undefined> {
  if (endpoint.authentication) return 'anybody';
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? undefined : clientOf(store, token);
}

function checkRequestId(requestId: string | undefined): void {
  if (requestId !== undefined && (requestId.length < 1 || requestId.length > 108)) {
    throw refusal('INVALID_STRING_LENGTH', { field: 'PayPal-Request-Id', value: requestId });
  }
}

/**
 * What every request goes through, in this order: the token, the error it may ask for, the check of what it says,
 * then the endpoint's handler in one transaction, or the answer that is kept for its PayPal-Request-Id.
 *
 * @throws {PayPalError}
 */
export async function handleRequest(
  endpoint: Endpoint,
  request: FastifyRequest<{ Params: Record<string, string> }>,
  context: SimulatorContext,
): Promise<Answer> {
  const { store, onNotSimulated: notSimulated, marked } = context;
  const authorization = headerOf(request, 'authorization');
  const clientId = await authenticate(endpoint, store, authorization);
  if (clientId === undefined) return invalidToken;

  const mock = headerOf(request, 'paypal-mock-response');
  if (mock !== undefined) {
    if (endpoint.mockable) throw mockedError(mock, notSimulated);
    notSimulated(`PayPal-Mock-Response of ${endpoint.http}`);
  }

  const requestId = headerOf(request, 'paypal-request-id');
  checkRequestId(requestId);
  const work = { now: context.clock.now(), url: context.url() };
  const step = endpoint.prepare(
    { body: request.body, query: request.query },
    {
      ...work,
      path: request.params,
      prefersRepresentation: /return=representation/i.test(headerOf(request, 'prefer') ?? ''),
      ...{ requestId, authorization, notSimulated, marked },
    },
  );
  const path = request.url.split('?')[0] ?? request.url;
  return store.transaction(async (writer: Writer) => {
    if (requestId === undefined || endpoint.requestIdHours === undefined) return step(writer);
    const asked = { endpoint, path, clientId, requestId, body: request.body };
    return answerOnce({ writer, ...work }, asked, () => step(writer));
  });
}
