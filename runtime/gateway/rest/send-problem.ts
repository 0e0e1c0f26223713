import type { FastifyReply } from 'fastify';
import type { Problem } from '../../contract/problem.ts';
import { problemBody } from '../problem-body.ts';

/** What a problem says in headers. */
export function setProblemHeaders(reply: FastifyReply, refused: Problem): void {
  const { retryAfter } = refused.occurrence;
  if (retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(retryAfter)));
  if (refused.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer realm="headlesspro"');
}

export function sendProblem(reply: FastifyReply, refused: Problem): FastifyReply {
  setProblemHeaders(reply, refused);
  return reply
    .code(refused.definition.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(refused, reply.request.id)));
}
