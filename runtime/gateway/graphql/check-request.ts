import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import type { GraphqlRequest } from './request.ts';

export interface CheckedRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
  readonly readOnly: boolean;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(detail: string, hint?: string): never {
  throw problem(problems.invalidQuery, { detail, ...(hint && { hint }) });
}

function requireQuery({ query, extensions }: GraphqlRequest): string {
  if (typeof query === 'string' && query.trim() !== '') return query;
  if (query === undefined && isObject(extensions) && 'persistedQuery' in extensions) {
    // Clients know this message by heart and send the whole document then.
    return refuse('PersistedQueryNotSupported', 'Send the document itself as "query".');
  }
  return refuse(
    'The request has no "query" with a GraphQL document.',
    'Send {"query": "{ store { name } }"} as JSON; lists of requests are not taken.',
  );
}

/** The parts of a GraphQL request, or `invalid_query` naming the part that is wrong. */
export function checkRequest(request: GraphqlRequest): CheckedRequest {
  const query = requireQuery(request);
  const variables = request.variables ?? {};
  if (!isObject(variables)) return refuse('"variables" must be an object with a value for each variable.');
  const operationName = request.operationName ?? undefined;
  if (operationName !== undefined && typeof operationName !== 'string') {
    return refuse('"operationName" must be text: the name of one operation of the document.');
  }
  return { query, variables, operationName: operationName || undefined, readOnly: request.readOnly ?? false };
}
