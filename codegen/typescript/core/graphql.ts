import { ApiCall } from './call.ts';
import type { ApiClient } from './client.ts';
import type { WriteOptions } from './options.ts';

/**
 * A GraphQL document and the types of what it answers and takes, as the client preset of GraphQL Code Generator writes it
 * with `documentMode: 'string'`. Its text alone will do, without types.
 */
export interface TypedDocument<Result, Variables> {
  toString(): string;
  /** There for its type alone. */
  __apiType?: (variables: Variables) => Result;
}

/** A document that needs none may be asked without variables. */
export type GraphqlArguments<Variables> =
  Record<never, never> extends Variables
    ? [variables?: Variables, options?: WriteOptions]
    : [variables: Variables, options?: WriteOptions];

/** The method `graphql` of a client. What the API could answer only in part is an error, too: `error.body` has the rest. */
export type Graphql = <Result = unknown, Variables = Record<string, unknown>>(
  document: TypedDocument<Result, Variables>,
  ...rest: GraphqlArguments<Variables>
) => ApiCall<Result>;

/** Asks in GraphQL, with the retries, keys and errors of every other call. */
export function graphqlOf(client: ApiClient): Graphql {
  return <Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...[variables = {} as Variables, options]: GraphqlArguments<Variables>
  ) => {
    const query = document.toString();
    const answer = client
      .call<{ data: Result } | undefined>(
        {
          ...{ method: 'POST', path: '/graphql', body: { query, variables } },
          // A query whose text has the word is sent with a key, too: that does no harm, and the other way round would.
          isWrite: /\bmutation\b/.test(query),
          failureIn,
        },
        options,
      )
      .withResponse();
    return new ApiCall<Result>(
      answer.then(({ data, response }) => ({ data: data?.data as Result, response })),
    );
  };
}

/** The first of the errors in an answer, as a problem of the API. */
function failureIn(body: unknown, usual: number): { status: number; body: unknown } | undefined {
  const { errors, data } = (body ?? {}) as { errors?: readonly GraphqlError[]; data?: unknown };
  const first = Array.isArray(errors) ? errors[0] : undefined;
  if (!first) return undefined;
  const { message, path, extensions = {} } = first;
  const status = typeof extensions.status === 'number' ? extensions.status : usual;
  return { status, body: { ...extensions, detail: message, path, data } };
}

interface GraphqlError {
  message?: unknown;
  path?: unknown;
  extensions?: Record<string, unknown>;
}
