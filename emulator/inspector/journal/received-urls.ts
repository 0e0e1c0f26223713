import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../runtime/context/context.ts';
import type { EntryDescription } from './entry.ts';
import { messagesOf, outcomeOf } from './exchange-messages.ts';
import type { Journal } from './journal.ts';
import { watchExchanges } from './watch-exchanges.ts';

export interface ReceivedUrlsOptions {
  readonly journal: Pick<Journal, 'add'>;
  readonly clockOf: (storeId: string) => Clock;
  /** Whose a URL is that names no store. */
  readonly defaultStoreId: string;
}

interface ReceivedPath {
  readonly storeId?: string;
  readonly name: string;
}

interface ReceivedQuery {
  readonly status?: string;
  readonly delay?: string;
}

const longestDelay = 60_000;

function statusOf({ status = '200' }: ReceivedQuery): number {
  return /^[2-5]\d\d$/.test(status) ? Number(status) : 200;
}

function delayOf({ delay = '0' }: ReceivedQuery): number {
  return /^\d+$/.test(delay) ? Math.min(Number(delay), longestDelay) : 0;
}

function paramsOf(request: FastifyRequest): ReceivedPath {
  return request.params as ReceivedPath; // as the route below declares them
}

/**
 * URLs that take whatever is sent to them, for looking at: `/_emulator/receive/<name>`, any name, any method. The
 * address itself says how to answer: `?status=503&delay=2000`. A sandbox has its own: `/_emulator/receive/<store>/<name>`.
 */
export function registerReceivedUrls(server: FastifyInstance, options: ReceivedUrlsOptions): void {
  const { journal, clockOf, defaultStoreId } = options;
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    watchExchanges(scope, (exchange) => {
      const { request } = exchange;
      const { storeId = defaultStoreId, name } = paramsOf(request);
      journal.add({
        kind: 'received',
        at: clockOf(storeId).now().toISOString(),
        describe: (): EntryDescription => ({
          storeId,
          traceId: request.trace.traceId,
          title: `${request.method} to ${name}`,
          type: eventTypeOf(request),
          endpoint: name,
          ...outcomeOf(exchange),
          subject: null,
          detail: messagesOf(exchange),
        }),
      });
    });
    for (const url of ['/_emulator/receive/:name', '/_emulator/receive/:storeId/:name']) {
      scope.all<{ Params: ReceivedPath; Querystring: ReceivedQuery }>(
        url,
        // Whatever comes is looked at as it came.
        { config: { takesNotices: true } },
        async (request, reply) => {
          await wait(delayOf(request.query));
          return reply.code(statusOf(request.query)).send({ received: true });
        },
      );
    }
  });
}

/** What most services call the type of what they send. */
function eventTypeOf({ headers, body }: FastifyRequest): string | null {
  const named = headers['ce-type'] ?? headers['x-github-event'] ?? headers['x-shopify-topic'];
  if (typeof named === 'string') return named;
  const start = Buffer.isBuffer(body) ? body.toString('utf8', 0, 4096) : '';
  const [, type = null] = /"(?:type|event|event_type)"\s*:\s*"([\w.:/-]{1,100})"/.exec(start) ?? [];
  return type;
}
