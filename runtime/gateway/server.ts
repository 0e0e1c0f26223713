import Fastify, { type FastifyInstance } from 'fastify';
import type { Contract } from '../contract/contract.ts';
import type { KeyRing } from '../keys/index.ts';
import type { Platform } from './platform.ts';
import { registerDocuments } from './rest/register-documents.ts';
import { type Route, registerErrors } from './rest/register-errors.ts';
import { registerGraphql } from './rest/register-graphql.ts';
import { registerMedia } from './rest/register-media.ts';
import { registerOperations } from './rest/register-operations.ts';

/** A request that was answered, as the live log shows it. */
export interface HandledRequest {
  readonly requestId: string;
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Real time. */
  readonly milliseconds: number;
  /** `catalog.products.list`; undefined for what is no operation. */
  readonly operation: string | undefined;
  readonly keyKind: string | undefined;
  readonly traceId: string | undefined;
}

export interface ServerOptions {
  readonly platform: Platform;
  readonly keys: KeyRing;
  /** Routes are the same for every store, so the contract of any will do. */
  readonly contract: Contract;
  /** Whose documents are shown to those who have no key. */
  readonly defaultStoreId: string | undefined;
  readonly onHandled: (request: HandledRequest) => void;
}

const bodyLimit = 1024 * 1024;

/** Ids of requests that the caller made up are taken where they are sane, so that logs on both sides agree. */
function requestIdOf(header: string | string[] | undefined, next: () => string): string {
  return typeof header === 'string' && /^[\w.:-]{8,128}$/.test(header) ? header : next();
}

export function createServer({
  platform,
  keys,
  contract,
  defaultStoreId,
  onHandled,
}: ServerOptions): FastifyInstance {
  const routes: Route[] = [];
  const server = Fastify({
    logger: false,
    bodyLimit,
    genReqId: (request) => requestIdOf(request.headers['x-request-id'], () => platform.ids.next('req')),
    routerOptions: { maxParamLength: 512 },
    forceCloseConnections: true,
  });
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') routes.push({ method: each, url });
  });
  // Files come as they are; what takes which type is said by the operation.
  server.addContentTypeParser(
    /^(image|video|model)\/|^application\/pdf/,
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );
  server.addHook('onRequest', async (request, reply) => {
    reply.raw.setHeader('x-request-id', request.id);
    reply.raw.setHeader('x-content-type-options', 'nosniff');
    reply.raw.setHeader('access-control-allow-origin', '*');
  });
  server.addHook('onResponse', async (request, reply) => {
    onHandled({
      requestId: request.id,
      time: platform.clock.now().toISOString(),
      method: request.method,
      path: request.url,
      status: reply.statusCode,
      milliseconds: reply.elapsedTime,
      operation: request.routeOptions.config.operationId,
      keyKind: request.identity?.actor.kind,
      traceId: request.identity?.traceId,
    });
  });
  registerPreflight(server);
  registerOperations(server, platform, keys, contract.operations.values());
  registerGraphql(server, platform, keys);
  registerDocuments(server, platform, keys, defaultStoreId);
  registerMedia(server, platform.files);
  server.get('/health', async () => ({ status: 'ok' }));
  registerErrors(server, platform.log, routes);
  return server;
}

/** Browsers ask before they send a key. Keys are no cookies, so any origin may. */
function registerPreflight(server: FastifyInstance): void {
  server.options('/*', async (_request, reply) =>
    reply
      .code(204)
      .header('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE')
      .header(
        'access-control-allow-headers',
        'authorization, content-type, idempotency-key, if-match, if-none-match, x-request-id, traceparent, retry-attempt',
      )
      .header('access-control-expose-headers', 'etag, x-request-id, retry-after, idempotency-replayed')
      .header('access-control-max-age', '86400')
      .send(),
  );
}

declare module 'fastify' {
  interface FastifyContextConfig {
    operationId?: string;
  }
}
