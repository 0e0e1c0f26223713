import type { FastifyInstance } from 'fastify';
import { customerTokenHeader } from './identify.ts';
import { methodsOf, type Route, unknownRoute } from './unknown-route.ts';

const allowedHeaders = [
  ...['authorization', 'content-type', 'idempotency-key', 'if-match', 'if-none-match'],
  ...['x-request-id', 'traceparent', 'retry-attempt', customerTokenHeader],
].join(', ');

/** What can be asked without knowing anything: where things are, whether it runs, what a browser may send. */
export function registerEntrance(server: FastifyInstance, routes: readonly Route[]): void {
  const about = () =>
    Object.fromEntries(routes.flatMap((route) => (route.about ? [[route.url, route.about]] : [])));
  for (const path of ['/', '/v1']) {
    server.get(path, async () => ({
      about: 'The API of a store. Send a key with every request: "authorization: Bearer hp_sk_…".',
      paths: about(),
    }));
  }
  server.get('/health', { config: { about: 'Whether it runs; needs no key.' } }, async () => ({
    status: 'ok',
  }));

  server.options('/*', async (request, reply) => {
    const methods = methodsOf(routes, request.url.split('?')[0] ?? '/');
    const isPreflight = request.headers['access-control-request-method'] !== undefined;
    if (methods.length === 0 && !isPreflight) return unknownRoute(request, reply, routes);
    if (methods.length > 0) reply.header('allow', methods.join(', '));
    // Browsers ask before they send a key. Keys are no cookies, so any origin may; and any method, so that a page is
    // told of a wrong one by the answer, and not by its browser alone.
    return reply
      .code(204)
      .header('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE')
      .header('access-control-allow-headers', allowedHeaders)
      .header('access-control-max-age', '86400')
      .send();
  });
}
