import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A request and its answer, once it was given. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** As it was sent: text, bytes or a stream. */
  readonly payload: unknown;
}

/** What was done to an exchange on purpose. */
export interface FaultNote {
  /** For people: `fault_1: closed the connection, after the work was done`. */
  readonly text: string;
  /** Where no answer was sent: the state in which that is written down. */
  readonly lost: 'dropped' | 'timeout' | null;
}

/** The fault that struck a request, if any did. */
export type FaultOf = (request: FastifyRequest) => FaultNote | undefined;

declare module 'fastify' {
  interface FastifyRequest {
    /** What was sent in answer, for whoever watches. */
    answered?: unknown;
  }
}

/** Calls the listener for each request that a server has answered. Must be called before the server listens. */
export function watchExchanges(server: FastifyInstance, listener: (exchange: Exchange) => void): void {
  // Declared, so that all requests keep one shape, which is what makes them fast.
  if (!server.hasRequestDecorator('answered')) server.decorateRequest('answered', undefined);
  server.addHook('onSend', (request, _reply, payload, done) => {
    request.answered = payload;
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    listener({ request, reply, payload: request.answered });
    done();
  });
}
