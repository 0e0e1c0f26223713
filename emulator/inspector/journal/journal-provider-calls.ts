import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../runtime/context/context.ts';
import type { EntryDescription } from './entry.ts';
import { messagesOf } from './exchange-messages.ts';
import type { Journal } from './journal.ts';
import { removeSecrets } from './remove-secrets.ts';
import { type FaultOf, watchExchanges } from './watch-exchanges.ts';

export interface JournalProviderCallsOptions {
  readonly journal: Pick<Journal, 'add'>;
  /** `stripe` */
  readonly provider: string;
  readonly clockOf: (storeId: string) => Clock;
  /** The store in whose name a simulator was asked. */
  readonly storeOf: (request: FastifyRequest) => string;
  readonly faultOf: FaultOf;
}

const traceparent = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

function traceIdOf(header: unknown): string | null {
  const [, traceId = null] = typeof header === 'string' ? (traceparent.exec(header) ?? []) : [];
  return traceId;
}

/** Writes down what a simulator was asked through its API; pages that a customer opens there are none of that. */
export function journalProviderCalls(
  server: FastifyInstance,
  { journal, provider, clockOf, storeOf, faultOf }: JournalProviderCallsOptions,
): void {
  watchExchanges(server, (exchange) => {
    const { request, reply } = exchange;
    if (request.headers.authorization === undefined) return;
    const storeId = storeOf(request);
    const fault = faultOf(request);
    journal.add({
      kind: 'provider_call',
      at: clockOf(storeId).now().toISOString(),
      describe: (): EntryDescription => ({
        storeId,
        traceId: traceIdOf(request.headers.traceparent),
        title: removeSecrets(`${request.method} ${request.url}`),
        type: `${request.method} ${request.routeOptions.url ?? request.url}`,
        endpoint: provider,
        status: fault?.lost ?? String(reply.statusCode),
        isFailure: reply.statusCode >= 400 || Boolean(fault?.lost),
        durationMs: Math.round(reply.elapsedTime * 100) / 100,
        subject: null,
        detail: messagesOf(exchange),
        fault: fault?.text ?? null,
      }),
    });
  });
}
