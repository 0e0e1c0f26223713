import type { Actor } from '../../context/context.ts';

/** What a mutation says beside its input; the same as REST's headers. */
export interface WriteOptions {
  /** REST's `If-Match`. */
  readonly expectedVersion?: number;
  /** REST's `Idempotency-Key`. */
  readonly idempotencyKey?: string;
}

export type OperationInput = Readonly<Record<string, unknown>>;

/**
 * The gateway as one GraphQL request sees it: operations run on behalf of whoever asked. Scopes, validation,
 * defaults and transactions are the gateway's, as for REST. Failures are thrown as `Problem`.
 */
export interface GraphqlCaller {
  readonly actor: Actor;
  readonly requestId: string;
  /** A page comes as `Page`, with its cursors; anything else as the operation's output. */
  execute(operationId: string, input: OperationInput, options?: WriteOptions): Promise<unknown>;
  /**
   * Several calls of a read operation at the cost of one store read; results in order. A call that fails by
   * itself has its error in its place, so that the others still answer.
   */
  executeMany(operationId: string, inputs: readonly OperationInput[]): Promise<readonly unknown[]>;
  /**
   * Resources by id, in order, in one store read; null or undefined for what doesn't exist or may not be seen.
   * `selection` holds what the field was asked with: locale, channel, currency, country, customerGroup.
   */
  load(resourceName: string, ids: readonly string[], selection: OperationInput): Promise<readonly unknown[]>;
}
