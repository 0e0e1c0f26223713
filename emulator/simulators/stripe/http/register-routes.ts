import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SessionOf } from '../../simulator.ts';
import { apiVersion } from '../api-version.ts';
import type { Endpoint } from '../endpoint.ts';
import { newId } from '../ids.ts';
import { parseForm } from '../parameters/parse-form.ts';
import { badRequest, StripeError, unknownUrl } from '../stripe-error.ts';
import { authenticate } from './authenticate.ts';
import { handleRequest } from './handle-request.ts';

const formType = 'application/x-www-form-urlencoded';

/** `POST /v1/payment_intents/{id}` as Fastify writes it. */
function routeOf({ http }: Endpoint): { method: 'GET' | 'POST' | 'DELETE'; url: string } {
  const [method, path = ''] = http.split(' ');
  // Endpoints are declared with one of the three.
  return { method: method as 'GET' | 'POST' | 'DELETE', url: path.replace(/\{(\w+)\}/g, ':$1') };
}

function queryOf(request: FastifyRequest): string {
  const start = request.raw.url?.indexOf('?') ?? -1;
  return start === -1 ? '' : (request.raw.url?.slice(start + 1) ?? '');
}

function formOf(request: FastifyRequest): string {
  const body = typeof request.body === 'string' ? request.body : '';
  return [body, queryOf(request)].filter(Boolean).join('&');
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function sendError(reply: FastifyReply, error: StripeError): FastifyReply {
  if (error.status === 401) reply.header('www-authenticate', 'Basic realm="Stripe"');
  return reply.code(error.status).send({ error: error.body });
}

function register(server: FastifyInstance, endpoint: Endpoint, sessionOf: SessionOf): void {
  server.route({
    ...routeOf(endpoint),
    async handler(request, reply) {
      const { context, wake } = sessionOf(request);
      const caller = authenticate(headerOf(request, 'authorization'));
      const text = formOf(request);
      const idempotencyKey = headerOf(request, 'idempotency-key');
      if (request.headers['stripe-account'] !== undefined)
        context.onNotSimulated('the header Stripe-Account (Connect)');
      try {
        const answer = await handleRequest(context, endpoint, {
          ...{
            caller,
            idempotencyKey,
            form: parseForm(text),
            text: `${request.method} ${request.url} ${text}`,
          },
          requestId: String(reply.getHeader('request-id')),
          // Declared without wildcards: each is a text.
          path: request.params as Readonly<Record<string, string>>,
        });
        if (idempotencyKey !== undefined) reply.header('idempotency-key', idempotencyKey);
        if (answer.originalRequest !== undefined) {
          reply.header('idempotent-replayed', 'true').header('original-request', answer.originalRequest);
        }
        return reply.code(answer.status).send(answer.body);
      } catch (error) {
        if (error instanceof StripeError) {
          for (const name of error.unknownParameters) {
            context.onNotSimulated(`parameter "${name}" of ${endpoint.http}`);
          }
        }
        throw error;
      } finally {
        if (request.method !== 'GET') wake();
      }
    },
  });
}

/** Adds the API: headers, bodies, errors and a route for each endpoint. */
export function registerRoutes(
  server: FastifyInstance,
  endpoints: readonly Endpoint[],
  sessionOf: SessionOf,
): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(formType, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.addContentTypeParser('*', (_request, _payload, done) =>
    done(
      badRequest(
        'Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have ' +
          'questions, we can help at https://support.stripe.com/.',
      ),
    ),
  );
  server.addHook('onRequest', async (request, reply) => {
    reply.header('request-id', newId('req_', 14));
    reply.header('stripe-version', headerOf(request, 'stripe-version') ?? apiVersion);
    reply.header('cache-control', 'no-cache, no-store');
  });
  server.setErrorHandler((error, request, reply) => {
    if (error instanceof StripeError) return sendError(reply, error);
    const { statusCode = 500, message } = error as { statusCode?: number; message: string };
    if (statusCode < 500)
      return sendError(reply, new StripeError(statusCode, { type: 'invalid_request_error', message }));
    sessionOf(request).context.onFailure(error);
    return sendError(
      reply,
      new StripeError(500, { type: 'api_error', message: `The simulator failed: ${message}` }),
    );
  });
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    sessionOf(request).context.onNotSimulated(`${request.method} ${path}`);
    return sendError(reply, unknownUrl(request.method, path));
  });
  for (const endpoint of endpoints) register(server, endpoint, sessionOf);
}
