import type { FastifyInstance } from 'fastify';

export interface Drain {
  /** Takes no new connection and waits until what is under way was answered, or time is up. */
  empty(milliseconds: number): Promise<void>;
}

/** Counts the requests under way, so that a stop cuts none of them off. */
export function watchRequests(server: FastifyInstance): Drain {
  let underWay = 0;
  let whenEmpty: (() => void) | undefined;
  const ended = () => {
    underWay -= 1;
    if (underWay === 0) whenEmpty?.();
  };
  server.addHook('onRequest', async (_request, reply) => {
    underWay += 1;
    // Comes once, also where the caller went away.
    reply.raw.once('close', ended);
  });
  return {
    async empty(milliseconds) {
      server.server.close();
      if (underWay === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        whenEmpty = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
