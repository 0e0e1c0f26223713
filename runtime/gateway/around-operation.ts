import type { FastifyReply, FastifyRequest } from 'fastify';

/** An operation that was asked for over HTTP, as a request of its own or as a field of GraphQL. */
export interface AskedOperation {
  readonly storeId: string;
  readonly operationId: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * Stands around each operation that is asked for over HTTP, and answers with what `carryOut` answered. It may wait
 * before or after, or throw a `Problem` in place of either; it may take the reply over (`reply.hijack`), and whatever
 * is answered then goes nowhere. When `carryOut` has resolved, what it did is committed.
 */
export type AroundOperation = <Answer>(
  asked: AskedOperation,
  carryOut: () => Promise<Answer>,
) => Promise<Answer>;
