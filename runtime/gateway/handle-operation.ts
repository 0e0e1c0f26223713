import type { Actor } from '../context/context.ts';
import { JsonResource, JsonText } from '../context/service.ts';
import type { Operation } from '../contract/operation.ts';
import { problem } from '../contract/problem.ts';
import { problems } from '../contract/problems.ts';
import type { Writer } from '../store/index.ts';
import type { CompiledContract } from './compiled-contract.ts';
import type { CompiledOperation } from './compiled-operation.ts';
import { type ContextOptions, createContext } from './create-context.ts';
import { idempotentRequest, isRecorded, type Recorded, record, recorded } from './idempotency.ts';
import { isPlainObject } from './json-schema.ts';
import type { Platform, ServedStore } from './platform.ts';

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

/**
 * The way of every operation: authorize → validate → (write: idempotency → transaction →) handler → answer.
 * @throws {Problem} for what the caller can cause; store errors are turned into problems by the door it came by.
 */
export async function handleOperation(platform: Platform, call: OperationCall): Promise<OperationAnswer> {
  const { operation, actor, served } = call;
  authorize(operation.operation, actor);
  const input = operation.validate(call.input);
  if (operation.isWrite) return write(platform, call, input);
  const body = await run(platform, call, served.reader, input);
  return answer(operation, actor, body);
}

/** Also called before the input is read: who may not do a thing isn't told how to do it right. */
export function authorize(operation: Operation, actor: Actor): void {
  const missing = operation.scopes.filter((scope) => !actor.scopes.includes(scope));
  if (missing.length === 0) return;
  throw problem(problems.forbidden, {
    detail: `${operation.id} needs ${missing.join(' and ')}, which this ${actor.kind} key does not have.`,
    details: { missingScopes: missing },
  });
}

async function write(
  platform: Platform,
  call: OperationCall,
  input: Record<string, unknown>,
): Promise<OperationAnswer> {
  const { served, operation, actor, idempotencyKey } = call;
  const request =
    idempotencyKey === undefined
      ? undefined
      : idempotentRequest(actor.id, idempotencyKey, operation.operation.id, [input, call.expectedVersion]);
  let reconfigured: Parameters<NonNullable<ContextOptions['onReconfigured']>> | undefined;
  const inTransaction = () =>
    served.store.transaction(async (store) => {
      const before = request && (await recorded(store, request, platform.clock));
      if (before) return replay(before);
      const onReconfigured: ContextOptions['onReconfigured'] = (...change) => {
        reconfigured = change;
      };
      const body = await run(platform, call, store, input, onReconfigured);
      const given = answer(operation, actor, body);
      if (request)
        await record(store, request, { status: given.status, body: asText(given.body) }, platform.clock);
      return given;
    });
  const given = await inTransaction().catch(async (error: unknown) => {
    // The same request, sent at the same time, was first: what it did made this one fail, and its answer is there.
    if (request && (await isRecorded(served.store, request))) return inTransaction();
    throw error;
  });
  if (reconfigured) platform.activate(served.id, ...reconfigured);
  return given;
}

/** Named one by one, because every request comes by here, and spreading objects takes longer than all the rest. */
async function run(
  platform: Platform,
  {
    served,
    compiled,
    operation,
    actor,
    file,
    requestId,
    traceId,
    expectedVersion,
    acceptsJson,
  }: OperationCall,
  store: Writer,
  input: Record<string, unknown>,
  onReconfigured?: ContextOptions['onReconfigured'],
): Promise<unknown> {
  const handler = platform.handlers.get(operation.operation.id);
  if (!handler) throw new Error(`No service handles ${operation.operation.id}.`);
  const context = createContext({
    platform,
    served,
    compiled,
    store,
    actor,
    requestId,
    traceId,
    expectedVersion,
    acceptsJson: acceptsJson === true && !mustStrip(operation, actor),
    onReconfigured,
  });
  return handler(context, file ? { ...input, file } : input);
}

function mustStrip(operation: CompiledOperation, actor: Actor): boolean {
  return actor.kind === 'publishable' && operation.hasSecrets;
}

function answer(operation: CompiledOperation, actor: Actor, body: unknown): OperationAnswer {
  const status = operation.operation.status ?? 200;
  return { status, body: mustStrip(operation, actor) ? operation.stripSecrets(body) : body, isReplay: false };
}

function replay({ status, body }: Recorded): OperationAnswer {
  const document: unknown = JSON.parse(body);
  const version = isPlainObject(document) ? document.version : undefined;
  return {
    ...{ status, isReplay: true },
    body: new JsonResource(body, typeof version === 'number' ? version : undefined),
  };
}

function asText(body: unknown): string {
  return body instanceof JsonText ? body.json : JSON.stringify(body ?? null);
}
