import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../runtime/context/context.ts';
import { pageHeader } from '../page-header.ts';
import type { EntryDescription } from './entry.ts';
import { messagesOf, outcomeOf, subjectOf } from './exchange-messages.ts';
import type { Journal } from './journal.ts';
import { removeSecrets } from './remove-secrets.ts';
import { type Exchange, type FaultOf, watchExchanges } from './watch-exchanges.ts';

export interface JournalRequestsOptions {
  readonly journal: Pick<Journal, 'add' | 'mayAddRoutine'>;
  readonly clockOf: (storeId: string) => Clock;
  /** Of requests that have no key. */
  readonly defaultStoreId: string;
  readonly faultOf: FaultOf;
}

/** What the pages and the tools of the emulator ask for themselves is not what a developer looks for. */
const own = /^\/(?:_emulator|dashboard|playground|reference|favicon\.ico)(?:[/?]|$)/;
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

function isOwn({ url, method, headers }: FastifyRequest): boolean {
  if (own.test(url)) return true;
  // What the dashboard changes is worth a line; what it reads to be drawn is not.
  if (!reading.has(method)) return false;
  // A picture is asked for without that header; a page of the developer's may have such a name, but not this address.
  return pageHeader in headers || headers.referer?.split('?')[0] === `http://${headers.host}/dashboard`;
}

interface GraphqlBody {
  readonly query?: unknown;
  readonly operationName?: unknown;
}

function graphqlOf(request: FastifyRequest): GraphqlBody | undefined {
  if (!request.url.startsWith('/graphql')) return undefined;
  const { body } = request;
  return typeof body === 'object' && body !== null ? body : {};
}

function isRoutine({ request, reply }: Exchange): boolean {
  if (reply.statusCode >= 400) return false;
  if (reading.has(request.method)) return true;
  const graphql = graphqlOf(request);
  return graphql !== undefined && !String(graphql.query).includes('mutation');
}

/** GraphQL goes by the name of its operation, everything else by its address. */
function titleOf(request: FastifyRequest): string {
  const name = graphqlOf(request)?.operationName;
  const suffix = typeof name === 'string' && name !== '' ? ` ${name}` : '';
  return removeSecrets(`${request.method} ${request.url}${suffix}`);
}

function receiverStore(request: FastifyRequest): string | undefined {
  const { storeId } = (request.params ?? {}) as Record<string, string>; // texts, as fastify reads them
  return request.url.startsWith('/hooks/') ? storeId : undefined;
}

/** Writes down each request to the platform with its answer, a provider's notices among them. */
export function journalRequests(server: FastifyInstance, options: JournalRequestsOptions): void {
  const { journal, clockOf, defaultStoreId, faultOf } = options;
  watchExchanges(server, (exchange) => {
    const { request } = exchange;
    const fault = faultOf(request);
    if (isOwn(request) || (!fault && isRoutine(exchange) && !journal.mayAddRoutine())) return;
    const storeId = request.identity?.served.id ?? receiverStore(request) ?? defaultStoreId;
    journal.add({
      kind: 'request',
      at: clockOf(storeId).now().toISOString(),
      describe: (): EntryDescription => ({
        storeId,
        traceId: request.trace.traceId,
        title: titleOf(request),
        type: request.routeOptions.config.operationId ?? null,
        endpoint: null,
        ...outcomeOf(exchange, fault),
        subject: subjectOf(exchange),
        detail: messagesOf(exchange),
      }),
    });
  });
}
