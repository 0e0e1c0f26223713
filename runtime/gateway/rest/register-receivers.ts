import type { FastifyInstance } from 'fastify';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { runInSteps } from '../execute.ts';
import type { Platform } from '../platform.ts';

interface ReceiverPath {
  readonly storeId: string;
  readonly receiver: string;
}

/** Where providers send their notices. They have no key: each receiver verifies what its provider signs. */
export function registerReceivers(server: FastifyInstance, platform: Platform): void {
  server.register(async (scope) => {
    // A signature is over the very bytes, whatever type they are said to have.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post<{ Params: ReceiverPath }>('/hooks/:storeId/:receiver', async (request) => {
      const { storeId, receiver: name } = request.params;
      const receiver = platform.receivers.get(name);
      const served = receiver && (await platform.serve(storeId));
      if (!served)
        throw problem(problems.notFound, { detail: `Nothing receives notices at ${request.url}.` });
      const body = Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
      const { id, headers, trace } = request;
      await runInSteps(
        platform,
        served,
        `receiver:${name}`,
        (context) => receiver(context, { headers, body }),
        {
          ...{ id: platform.ids.next('notice'), traceId: trace.traceId },
        },
      );
      return { received: true, requestId: id };
    });
  });
}
