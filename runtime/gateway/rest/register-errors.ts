import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from '../../context/context.ts';
import { type Problem, problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { loggableAddress, maskCardNumbers } from '../card-numbers/index.ts';
import { asProblem } from '../store-problems.ts';
import { sendProblem } from './send-problem.ts';
import { type Route, unknownRoute } from './unknown-route.ts';

/** What the HTTP layer itself refuses, in our terms. */
function transportProblem(
  error: Partial<FastifyError> & Error,
  request: FastifyRequest,
): Problem | undefined {
  const limit = request.routeOptions.bodyLimit;
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem(problems.requestTooLarge, {
        detail: `The body is larger than the ${limit.toLocaleString('en')} bytes that are taken here.`,
        details: { limit },
      });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem(problems.unsupportedMediaType, {
        detail: `The body must be JSON, not ${request.headers['content-type'] ?? 'of an unnamed type'}.`,
        hint: 'Send the header "content-type: application/json".',
      });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return problem(problems.malformedRequest, { detail: error.message });
    case 'FST_ERR_BAD_URL':
      // The address is not repeated: nobody could say what stands in it.
      return problem(problems.malformedRequest, {
        detail: 'The address can not be read: after each "%" two hexadecimal digits must follow.',
        hint: 'Encode what stands in the path with encodeURIComponent, or what your language has for it.',
      });
    default:
      break;
  }
  const isCallers = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return isCallers
    ? problem(problems.malformedRequest, { detail: maskCardNumbers(error.message) })
    : undefined;
}

/** Any failure as a problem; what is nobody's doing but ours is logged with its stack. */
export function problemToAnswer(error: unknown, request: FastifyRequest, log: Logger): Problem {
  const known = asProblem(error) ?? (error instanceof Error ? transportProblem(error, request) : undefined);
  if (known) return known;
  const stack = error instanceof Error ? error.stack : String(error);
  log.error(
    { requestId: request.id, method: request.method, path: loggableAddress(request.url), stack },
    'A request failed',
  );
  return problem(problems.internal, { detail: `The request ${request.id} could not be answered.` });
}

/** Every failure leaves as problem+json. */
export function registerErrors(server: FastifyInstance, log: Logger, routes: readonly Route[]): void {
  server.setErrorHandler((error, request, reply) => sendProblem(reply, problemToAnswer(error, request, log)));
  server.setNotFoundHandler((request, reply) => unknownRoute(request, reply, routes));
}
