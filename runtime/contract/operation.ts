import type { Static, TObject, TSchema } from 'typebox';
import type { ProblemDefinition } from './problem.ts';
import type { Scope } from './scope.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One thing a caller can do. REST route, GraphQL field, OpenAPI operation, SDK method, permission row and
 * reference entry are all derived from this record; a handler of the same id does the work.
 */
export interface Operation<Input extends TObject = TObject, Output extends TSchema = TSchema> {
  /** `service.resource.verb`, the path of the method in the SDKs: `catalog.products.list`. */
  readonly id: string;
  readonly summary: string;
  /** Markdown; rules a caller has to know. */
  readonly description?: string;
  /** Path parameters are `{name}` and name a property of `input`. */
  readonly http: `${HttpMethod} /v1/${string}`;
  /** Left out where GraphQL has no sensible form (uploads). */
  readonly graphql?: `query ${string}` | `mutation ${string}`;
  /** All of them are needed. */
  readonly scopes: readonly Scope[];
  /**
   * Everything the caller gives, flat. In REST a property is a path parameter where the path names it; of the
   * rest, GET and DELETE take them from the query string, and other methods from the JSON body.
   */
  readonly input: Input;
  readonly output: Output;
  /** Status of success; 200 unless said. 204 goes with `Type.Null()`. */
  readonly status?: 200 | 201 | 202 | 204;
  readonly errors: readonly ProblemDefinition[];
  /**
   * `read` sees a snapshot; `write` runs in one transaction with its events and its idempotency record; `steps` asks
   * the outside world, so it works in several transactions, each of which can be repeated.
   */
  readonly effect: 'read' | 'write' | 'steps';
  /** The body is one raw file instead of JSON; the input's other properties come from path and query. */
  readonly upload?: { readonly contentTypes: readonly string[]; readonly maxBytes: number };
  /** The answer is one raw file instead of JSON: its handler answers a `FileAnswer`, and `output` is `Type.Null()`. */
  readonly download?: { readonly contentType: string };
  /**
   * The list of the input whose rows succeed or are refused one by one: a row that is not valid reaches the handler
   * as an `InvalidRow`, and does not refuse the whole call.
   */
  readonly rows?: string;
  /** Where the JSON body may be larger than the gateway's usual limit. */
  readonly maximumBodyBytes?: number;
  /** Names of resources whose changes change this answer; the gateway's cache tags. */
  readonly cacheTags?: readonly string[];
  /** A valid input, shown in the reference, OpenAPI and SDK docstrings. */
  readonly example?: Static<Input>;
}

/** As much of an operation as both sides need to put its input on the wire, and to read it there. */
export interface WireOperation extends Pick<Operation, 'input' | 'output' | 'effect' | 'upload' | 'rows'> {
  readonly http: `${HttpMethod} /${string}`;
}

export type OperationDefinition = Omit<Operation, 'id'>;

export type InputOf<O extends Pick<Operation, 'input'>> = Static<O['input']>;
export type OutputOf<O extends Pick<Operation, 'output'>> = Static<O['output']>;

/** The operations of one service, keyed by id. */
export function defineOperations<const Definitions extends Record<string, OperationDefinition>>(
  definitions: Definitions,
): { readonly [Id in keyof Definitions]: Definitions[Id] & { readonly id: Id & string } } {
  const entries = Object.entries(definitions).map(([id, definition]) => [id, { id, ...definition }]);
  return Object.fromEntries(entries);
}
