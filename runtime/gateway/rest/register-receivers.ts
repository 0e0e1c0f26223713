import type { FastifyInstance } from 'fastify';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { loggableAddress } from '../card-numbers/index.ts';
import { runInSteps } from '../execute.ts';
import type { Platform } from '../platform.ts';

interface ReceiverPath {
  readonly storeId: string;
  readonly receiver: string;
}

/** Where providers send their notices. They have no key: each receiver verifies what its provider signs. */
export function registerReceivers(server: FastifyInstance, platform: Platform): void {
  server.register(async (scope) => {
    // A provider that is cut off sends again, but what it began must not go on without a store.
    const underWay = new Set<Promise<void>>();
    scope.addHook('onClose', async () => void (await Promise.allSettled(underWay)));
    // A signature is over the very bytes, whatever type they are said to have.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    // A notice is the provider's word, and is refused by its signature alone. It is read, and never stored or logged.
    const config = { takesNotices: true };
    scope.post<{ Params: ReceiverPath }>('/hooks/:storeId/:receiver', { config }, async (request) => {
      const { storeId, receiver: name } = request.params;
      const receiver = platform.receivers.get(name);
      const served = receiver && (await platform.serve(storeId));
      if (!served)
        throw problem(problems.notFound, {
          detail: `Nothing receives notices at ${loggableAddress(request.url)}.`,
        });
      const body = Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
      const { id, headers, trace } = request;
      const work = runInSteps(
        platform,
        served,
        `receiver:${name}`,
        (context) => receiver(context, { headers, body }),
        {
          ...{ id: platform.ids.next('notice'), traceId: trace.traceId },
        },
      );
      underWay.add(work);
      await work.finally(() => underWay.delete(work));
      return { received: true, requestId: id };
    });
  });
}
