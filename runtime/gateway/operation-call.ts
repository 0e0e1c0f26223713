import type { Actor } from '../context/context.ts';
import type { CompiledContract } from './compiled-contract.ts';
import type { CompiledOperation } from './compiled-operation.ts';
import type { ServedStore } from './platform.ts';

/** One call of an operation, however it came in. The caller is known by now; everything else is decided here. */
export interface OperationCall {
  readonly served: ServedStore;
  /** Taken once a request, so that a change of configuration never meets it half-way. */
  readonly compiled: CompiledContract;
  readonly operation: CompiledOperation;
  readonly actor: Actor;
  readonly input: Readonly<Record<string, unknown>>;
  readonly file?: { readonly contentType: string; readonly contents: Uint8Array } | undefined;
  readonly requestId: string;
  readonly traceId: string;
  readonly expectedVersion?: number | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Whether the answer may be JSON that nobody looks into, see `Context`. */
  readonly acceptsJson?: boolean;
}

export interface OperationAnswer {
  readonly status: number;
  readonly body: unknown;
  /** The answer of an earlier request with the same idempotency key. */
  readonly isReplay: boolean;
}
