/** A GraphQL request as it came in, unchecked. */
export interface GraphqlRequest {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
  /** True for GET: a link or a prefetch must not change anything, so mutations are refused. */
  readonly readOnly?: boolean;
}

/** One entry of `errors`. `extensions` carries what REST answers as problem+json. */
export interface GraphqlAnswerError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string; readonly status: number };
}

export interface GraphqlAnswer {
  /** Absent where the request was refused before anything ran. */
  readonly data?: unknown;
  readonly errors?: readonly GraphqlAnswerError[];
}

/**
 * The HTTP status of an answer, after the GraphQL over HTTP specification: 200 as soon as there is `data`, be it
 * partial; the first error's status where the request was refused.
 */
export function statusOf(answer: GraphqlAnswer): number {
  if (answer.data !== undefined) return 200;
  return answer.errors?.[0]?.extensions.status ?? 500;
}
