import type { FastifyInstance } from 'fastify';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { loggableAddress } from '../card-numbers/index.ts';
import { runInSteps } from '../execute.ts';
import type { Platform } from '../platform.ts';

interface ReceiverPath {
  readonly storeId: string;
  readonly receiver: string;
  readonly part?: string;
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
    scope.post<{ Params: ReceiverPath }>(
      '/hooks/:storeId/:receiver/:part?',
      { config },
      async (request, reply) => {
        const { storeId, receiver: name, part } = request.params;
        const receiver = platform.receivers.get(name);
        const served = receiver && (await platform.serve(storeId));
        if (!served)
          throw problem(problems.notFound, {
            detail: `Nothing receives notices at ${loggableAddress(request.url)}.`,
          });
        const body = Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
        const { id, headers, trace } = request;
        let isLater = false;
        const work = runInSteps(
          platform,
          served,
          `receiver:${name}`,
          async (context) => {
            const receipt = await receiver(context, { headers, body, part });
            isLater = receipt?.isLater ?? false;
          },
          {
            ...{ id: platform.ids.next('notice'), traceId: trace.traceId },
          },
        );
        underWay.add(work);
        await work.finally(() => underWay.delete(work));
        if (isLater) reply.code(202);
        return { received: true, requestId: id };
      },
    );
  });
}
