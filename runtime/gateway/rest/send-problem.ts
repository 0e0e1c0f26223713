import type { FastifyReply } from 'fastify';
import type { Problem } from '../../contract/problem.ts';
import { problemBody } from '../problem-body.ts';

/** What a problem says in headers. */
export function setProblemHeaders(reply: FastifyReply, refused: Problem): void {
  const { retryAfter } = refused.occurrence;
  if (retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(retryAfter)));
  // RFC 9110, 15.5.2: whoever is told 401 is told how.
  if (refused.definition.status === 401) reply.header('www-authenticate', 'Bearer realm="headlesspro"');
}

export function sendProblem(reply: FastifyReply, refused: Problem): FastifyReply {
  setProblemHeaders(reply, refused);
  return reply
    .code(refused.definition.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(refused, reply.request.id)));
}
