import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A request and its answer, once it was given. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** As it was sent: text, bytes or a stream. */
  readonly payload: unknown;
}

/** Calls the listener for each request that a server has answered. Must be called before the server listens. */
export function watchExchanges(server: FastifyInstance, listener: (exchange: Exchange) => void): void {
  const payloads = new WeakMap<FastifyRequest, unknown>();
  server.addHook('onSend', (request, _reply, payload, done) => {
    payloads.set(request, payload);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    listener({ request, reply, payload: payloads.get(request) });
    done();
  });
}
