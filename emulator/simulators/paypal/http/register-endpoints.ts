import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SessionOf } from '../../simulator.ts';
import type { Answer, Endpoint } from './endpoint.ts';
import { handleRequest } from './handle-request.ts';
import { newDebugId } from './ids.ts';
import { PayPalError, refusal } from './paypal-error.ts';

const jsonType = 'application/json';
const formType = 'application/x-www-form-urlencoded';

function parseJson(text: string | Buffer): unknown {
  // SDKs declare JSON also where they send nothing.
  if (text.length === 0) return undefined;
  try {
    return JSON.parse(text.toString());
  } catch {
    throw refusal('MALFORMED_REQUEST_JSON', { location: 'body' });
  }
}

function parseForm(text: string | Buffer): unknown {
  return text.length === 0 ? undefined : Object.fromEntries(new URLSearchParams(text.toString()));
}

function send(reply: FastifyReply, { status, body, contentType }: Answer): FastifyReply {
  void reply.code(status).header('paypal-debug-id', newDebugId());
  if (body === undefined) return reply.send();
  return reply.type(contentType ?? jsonType).send(typeof body === 'string' ? body : JSON.stringify(body));
}

function refuse(reply: FastifyReply, error: PayPalError): FastifyReply {
  const debugId = newDebugId();
  return reply
    .code(error.status)
    .header('paypal-debug-id', debugId)
    .type(jsonType)
    .send(JSON.stringify(error.body(debugId)));
}

/** Fastify's own refusals (a body too large, a type that has no parser) in PayPal's words; else it is our fault. */
function translate(error: FastifyError | PayPalError): PayPalError | undefined {
  if (error instanceof PayPalError) return error;
  if (error.statusCode === 415) return refusal('UNSUPPORTED_MEDIA_TYPE');
  if (error.statusCode !== undefined && error.statusCode < 500) return refusal('MALFORMED_REQUEST');
  return undefined;
}

function checkMediaType(endpoint: Endpoint, request: FastifyRequest): void {
  const type = request.headers['content-type'];
  // Where nothing is sent, what it is sent as says nothing: some clients declare a form all the same.
  if (type === undefined || request.body === undefined || request.body === null) return;
  if (!type.startsWith(endpoint.form ? formType : jsonType)) throw refusal('UNSUPPORTED_MEDIA_TYPE');
}

/** `/v2/checkout/orders/{id}` as Fastify writes it. */
function routeOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** Adds a route for each endpoint, and PayPal's way to refuse for everything else. */
export function registerEndpoints(
  server: FastifyInstance,
  endpoints: readonly Endpoint[],
  sessionOf: SessionOf,
): void {
  server.addContentTypeParser(
    jsonType,
    { parseAs: 'string' },
    async (_request: FastifyRequest, text: string | Buffer) => parseJson(text),
  );
  server.addContentTypeParser(
    formType,
    { parseAs: 'string' },
    async (_request: FastifyRequest, text: string | Buffer) => parseForm(text),
  );
  server.setErrorHandler<FastifyError | PayPalError>((error, request, reply) => {
    const known = translate(error);
    if (!known) sessionOf(request).context.onFailure(error);
    return refuse(reply, known ?? refusal('INTERNAL_SERVER_ERROR'));
  });
  server.setNotFoundHandler((request, reply) => {
    sessionOf(request).context.onNotSimulated(`${request.method} ${request.url.split('?')[0]}`);
    return refuse(reply, new PayPalError(404, []));
  });

  for (const endpoint of endpoints) {
    server.route<{ Params: Record<string, string> }>({
      method: endpoint.method,
      url: routeOf(endpoint.path),
      async handler(request, reply) {
        checkMediaType(endpoint, request);
        const { context, wake } = sessionOf(request);
        const answer = await handleRequest(endpoint, request, context);
        if (endpoint.method !== 'GET') wake();
        return send(reply, answer);
      },
    });
  }
}
