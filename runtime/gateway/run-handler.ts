import type { Actor } from '../context/context.ts';
import type { Handler, StepsHandler } from '../context/service.ts';
import type { Writer } from '../store/index.ts';
import type { CompiledOperation } from './compiled-operation.ts';
import { type ContextOptions, createContext } from './create-context.ts';
import type { OperationAnswer, OperationCall } from './operation-call.ts';
import type { Platform } from './platform.ts';

function mustStrip(operation: CompiledOperation, actor: Actor): boolean {
  return actor.kind === 'publishable' && operation.hasSecrets;
}

/** Throws where there is none: a fault of our code. */
export function handlerOf(platform: Platform, operationId: string): Handler | StepsHandler {
  const handler = platform.handlers.get(operationId);
  if (!handler) throw new Error(`No service handles ${operationId}.`);
  return handler;
}

/** Named one by one, because every request comes by here, and spreading objects takes longer than all the rest. */
export async function runHandler(
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
  const handler = handlerOf(platform, operation.operation.id) as Handler; // of an operation without steps
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

/** What the caller gets of what the handler answered. */
export function answerOf(operation: CompiledOperation, actor: Actor, body: unknown): OperationAnswer {
  const status = operation.operation.status ?? 200;
  return { status, body: mustStrip(operation, actor) ? operation.stripSecrets(body) : body, isReplay: false };
}
