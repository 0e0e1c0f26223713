import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Contract } from '../contract/contract.ts';
import type { KeyRing } from '../keys/index.ts';
import {
  findCardNumber,
  loggableAddress,
  refusalOfBody,
  refuseInAddressAndHeaders,
} from './card-numbers/index.ts';
import type { Platform } from './platform.ts';
import type { RateLimits } from './rate-limits.ts';
import { createAdmission } from './rest/admit.ts';
import { refuseConnection } from './rest/refuse-connection.ts';
import { registerDocuments } from './rest/register-documents.ts';
import { registerEntrance } from './rest/register-entrance.ts';
import { problemToAnswer, registerErrors } from './rest/register-errors.ts';
import { registerGraphql } from './rest/register-graphql.ts';
import { registerMedia } from './rest/register-media.ts';
import { registerOperations } from './rest/register-operations.ts';
import { registerReceivers } from './rest/register-receivers.ts';
import { sendProblem } from './rest/send-problem.ts';
import { traceOf } from './rest/trace.ts';
import type { Route } from './rest/unknown-route.ts';

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
  readonly rateLimits: RateLimits | 'none';
  /** How many proxies stand before it, whose word (`X-Forwarded-For`) is taken for where a request came from. */
  readonly trustedProxies: number;
  /** Told of every request answered; what it was is worked out where somebody wants to know. */
  readonly onHandled: (describe: () => HandledRequest) => void;
}

const bodyLimit = 1024 * 1024;

/** What a page of another origin may read of an answer's headers (Fetch, 3.3.3). */
const exposedHeaders = [
  ...['etag', 'x-request-id', 'traceparent', 'retry-after', 'idempotency-replayed'],
  ...['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
].join(', ');

/** Ids of requests that the caller made up are taken where they are sane, so that logs on both sides agree. */
function requestIdOf(header: string | string[] | undefined, next: () => string): string {
  const isSane = typeof header === 'string' && /^[\w.:-]{8,128}$/.test(header) && !findCardNumber(header);
  return isSane ? header : next();
}

/** What every answer says, whatever becomes of the request. */
function begin(request: FastifyRequest, reply: FastifyReply): void {
  request.trace = traceOf(request.headers);
  reply.header('x-request-id', request.id);
  reply.header('traceparent', request.trace.traceparent);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('access-control-allow-origin', '*');
  reply.header('access-control-expose-headers', exposedHeaders);
}

export function createServer({
  platform,
  keys,
  contract,
  defaultStoreId,
  rateLimits,
  trustedProxies,
  onHandled,
}: ServerOptions): FastifyInstance {
  const routes: Route[] = [];
  const server = Fastify({
    logger: false,
    bodyLimit,
    trustProxy: trustedProxies > 0 && ((_address, hop) => hop < trustedProxies),
    genReqId: (request) => requestIdOf(request.headers['x-request-id'], () => platform.ids.next('req')),
    routerOptions: { maxParamLength: 512 },
    forceCloseConnections: true,
    clientErrorHandler: (error, socket) => refuseConnection(error, socket, platform.ids.next('req')),
    // An address that can't be read reaches no route, and no hook.
    frameworkErrors: (error, request, reply) => {
      begin(request, reply);
      sendProblem(reply, problemToAnswer(error, request, platform.log));
    },
  });
  server.addHook('onRoute', ({ method, url, config }) => {
    for (const each of [method].flat()) {
      if (each !== 'HEAD' && each !== 'OPTIONS') routes.push({ method: each, url, about: config?.about });
    }
  });
  // What isn't JSON, or a file where one is taken, is refused by its type.
  server.removeContentTypeParser('text/plain');
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Many clients name the type of a body that isn't there.
    if (body === '') done(null, undefined);
    else {
      const text = String(body);
      parseJson(request, text, (error, read) => done(error ?? refusalOfBody(text, read) ?? null, read));
    }
  });
  // Files come as they are; what takes which type is said by the operation.
  server.addContentTypeParser(
    /^(image|video|model)\/|^application\/pdf/,
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );
  server.addHook('onRequest', (request, reply, done) => {
    begin(request, reply);
    if (!request.routeOptions.config.takesNotices) refuseInAddressAndHeaders(request);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    onHandled(() => ({
      requestId: request.id,
      time: platform.machineClock.now().toISOString(),
      method: request.method,
      path: loggableAddress(request.url),
      status: reply.statusCode,
      milliseconds: reply.elapsedTime,
      operation: request.routeOptions.config.operationId,
      keyKind: request.identity?.actor.kind,
      traceId: request.trace.traceId,
    }));
    done();
  });
  const admit = createAdmission(server, platform, keys, rateLimits);
  registerEntrance(server, routes);
  registerOperations(server, platform, admit, contract.operations.values());
  registerGraphql(server, platform, admit);
  registerDocuments(server, platform, admit, defaultStoreId);
  registerMedia(server, platform.files);
  registerReceivers(server, platform);
  registerErrors(server, platform.log, routes);
  return server;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    operationId?: string;
    /** One line on a route that is no operation, for those who look around at `/`. */
    about?: string;
    /** A provider's notices come here; they are not searched for card numbers. */
    takesNotices?: boolean;
  }
}
