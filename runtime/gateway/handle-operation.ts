import { authorize } from './authorize.ts';
import type { OperationAnswer, OperationCall } from './operation-call.ts';
import type { Platform } from './platform.ts';
import { answerOf, runHandler } from './run-handler.ts';
import { writeInTransaction } from './write-in-transaction.ts';

/**
 * The way of every operation: authorize → validate → (write: idempotency → transaction →) handler → answer.
 * @throws {Problem} for what the caller can cause; store errors are turned into problems by the door it came by.
 */
export async function handleOperation(platform: Platform, call: OperationCall): Promise<OperationAnswer> {
  const { operation, actor, served } = call;
  authorize(operation.operation, actor);
  const input = operation.validate(call.input);
  if (operation.isWrite) return writeInTransaction(platform, call, input);
  return answerOf(operation, actor, await runHandler(platform, call, served.reader, input));
}
