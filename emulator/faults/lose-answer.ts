import type { FastifyReply, FastifyRequest } from 'fastify';

/** What nginx writes down where it closes a connection without an answer, and where the client has given up. */
const closedStatus = 444;
const givenUpStatus = 499;

/** Fastify tells of an answer that could not be sent by this event, so that the log and the journal hear of it. */
function tell({ raw }: FastifyReply, status: number): void {
  raw.statusCode = status;
  if (raw.listenerCount('error') > 0) raw.emit('error', new Error('The answer was lost to a fault.'));
}

/** Lets no answer come: closes the connection, or leaves it open until whoever asked gives up. */
export function loseAnswer(request: FastifyRequest, reply: FastifyReply, how: 'drop' | 'timeout'): void {
  if (reply.raw.destroyed) return;
  reply.hijack();
  if (how === 'drop') {
    request.raw.socket.destroy();
    tell(reply, closedStatus);
  } else reply.raw.once('close', () => tell(reply, givenUpStatus));
}
