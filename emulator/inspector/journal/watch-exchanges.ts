import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A request and its answer, once it was given. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** As it was sent: text, bytes or a stream. */
  readonly payload: unknown;
}

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
