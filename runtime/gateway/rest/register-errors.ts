import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../../context/context.ts';
import { type Problem, problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { nearest } from '../../validation/index.ts';
import { problemBody } from '../problem-body.ts';
import { asProblem } from '../store-problems.ts';

/** A route as it was registered: `GET /v1/products/:productId`. */
export interface Route {
  readonly method: string;
  readonly url: string;
}

export function sendProblem(reply: FastifyReply, refused: Problem): FastifyReply {
  const { retryAfter } = refused.occurrence;
  if (retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(retryAfter)));
  if (refused.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer realm="headlesspro"');
  return reply
    .code(refused.definition.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(refused, reply.request.id)));
}

/** What the HTTP layer itself refuses, in our terms. */
function transportProblem(error: FastifyError): Problem | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem(problems.requestTooLarge, { detail: 'The body is larger than this operation takes.' });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem(problems.unsupportedMediaType, {
        detail: 'The body must be JSON, with the header "content-type: application/json".',
      });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return problem(problems.malformedRequest, { detail: error.message });
    default:
      break;
  }
  const isCallers = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return isCallers ? problem(problems.malformedRequest, { detail: error.message }) : undefined;
}

export function asAnyProblem(error: unknown): Problem | undefined {
  return asProblem(error) ?? (error instanceof Error ? transportProblem(error as FastifyError) : undefined);
}

function matches(route: Route, path: string): boolean {
  const pattern = route.url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${pattern}/?$`).test(path);
}

function unknownRoute(request: FastifyRequest, reply: FastifyReply, routes: readonly Route[]): FastifyReply {
  const path = request.url.split('?')[0] ?? '/';
  const methods = [...new Set(routes.filter((route) => matches(route, path)).map((route) => route.method))];
  if (methods.length > 0) {
    reply.header('allow', methods.join(', '));
    return sendProblem(
      reply,
      problem(problems.methodNotAllowed, {
        detail: `${path} answers ${methods.join(', ')}, not ${request.method}.`,
      }),
    );
  }
  const readable = [...new Set(routes.map((route) => route.url))];
  const suggestion = nearest(path, readable);
  return sendProblem(
    reply,
    problem(problems.unknownRoute, {
      detail: `${request.method} ${path} is not a route.${suggestion ? ` Did you mean ${suggestion}?` : ''}`,
    }),
  );
}

/** Every failure leaves as problem+json; what is nobody's doing but ours is logged with its stack. */
export function registerErrors(server: FastifyInstance, log: Logger, routes: readonly Route[]): void {
  server.setErrorHandler((error, request, reply) => {
    const known = asAnyProblem(error);
    if (known) return sendProblem(reply, known);
    const stack = error instanceof Error ? error.stack : String(error);
    log.error(
      { requestId: request.id, method: request.method, path: request.url, stack },
      'A request failed',
    );
    return sendProblem(
      reply,
      problem(problems.internal, { detail: `The request ${request.id} could not be answered.` }),
    );
  });
  server.setNotFoundHandler((request, reply) => unknownRoute(request, reply, routes));
}
