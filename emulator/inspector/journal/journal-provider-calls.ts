import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../runtime/context/context.ts';
import { traceIdOf } from '../../../runtime/gateway/rest/trace.ts';
import type { EntryDescription } from './entry.ts';
import { messagesOf, outcomeOf } from './exchange-messages.ts';
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

/** Writes down what a simulator was asked through its API; pages that a customer opens there are none of that. */
export function journalProviderCalls(
  server: FastifyInstance,
  { journal, provider, clockOf, storeOf, faultOf }: JournalProviderCallsOptions,
): void {
  watchExchanges(server, (exchange) => {
    const { request } = exchange;
    if (request.headers.authorization === undefined) return;
    const storeId = storeOf(request);
    journal.add({
      kind: 'provider_call',
      at: clockOf(storeId).now().toISOString(),
      describe: (): EntryDescription => ({
        storeId,
        traceId: traceIdOf(request.headers.traceparent) ?? null,
        title: removeSecrets(`${request.method} ${request.url}`),
        type: `${request.method} ${request.routeOptions.url ?? request.url}`,
        endpoint: provider,
        ...outcomeOf(exchange, faultOf(request)),
        subject: null,
        // The simulator has an address of its own, beside that of the platform.
        detail: {
          ...messagesOf(exchange),
          url: removeSecrets(`${request.protocol}://${request.host}${request.url}`),
        },
      }),
    });
  });
}
