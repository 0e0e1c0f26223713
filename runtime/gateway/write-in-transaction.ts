import type { ContextOptions } from './create-context.ts';
import { callerIdOf, idempotentRequest, isRecorded, record, recorded } from './idempotency.ts';
import type { OperationAnswer, OperationCall } from './operation-call.ts';
import type { Platform } from './platform.ts';
import { replay, textOf } from './replay.ts';
import { answerOf, runHandler } from './run-handler.ts';
import { withAnswers } from './with-answers.ts';

/**
 * A write: the handler's documents and events, and the answer under its idempotency key, in one transaction.
 * @throws {Problem} what the handler refuses, `version_conflict`, `idempotency_mismatch`.
 */
export async function writeInTransaction(
  platform: Platform,
  call: OperationCall,
  input: Record<string, unknown>,
): Promise<OperationAnswer> {
  const { served, operation, actor, idempotencyKey } = call;
  const request =
    idempotencyKey === undefined
      ? undefined
      : await idempotentRequest(
          { platform, storeId: served.id },
          ...[callerIdOf(actor), idempotencyKey],
          ...[operation.operation.id, input, call.expectedVersion],
        );
  const clock = platform.clockOf(served.id);
  let reconfigured: Parameters<NonNullable<ContextOptions['onReconfigured']>> | undefined;
  const oneTransaction = () =>
    served.store.transaction(async (store) => {
      const before = request && (await recorded(store, request, clock));
      if (before) return replay(before);
      const onReconfigured: ContextOptions['onReconfigured'] = (...change) => {
        reconfigured = change;
      };
      const body = await runHandler(platform, call, store, input, onReconfigured);
      const given = answerOf(operation, actor, body);
      if (request) await record(store, request, { status: given.status, body: textOf(given.body) }, clock);
      return given;
    });
  const inTransaction = () => withAnswers(oneTransaction);
  const given = await inTransaction().catch(async (error: unknown) => {
    // The same request, sent at the same time, was first: what it did made this one fail, and its answer is there.
    if (request && (await isRecorded(served.store, request))) return inTransaction();
    throw error;
  });
  if (reconfigured) platform.activate(served.id, ...reconfigured);
  return given;
}
