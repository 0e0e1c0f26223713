import { authorize } from './authorize.ts';
import type { OperationAnswer, OperationCall } from './operation-call.ts';
import type { Platform } from './platform.ts';
import { answerOf, runHandler } from './run-handler.ts';
import { withAnswers } from './with-answers.ts';
import { workInSteps } from './work-in-steps.ts';
import { writeInTransaction } from './write-in-transaction.ts';

/**
 * The way of every operation: authorize → validate → (write: idempotency → transaction →) handler → answer. One in
 * steps opens its transactions by itself.
 * @throws {Problem} for what the caller can cause; store errors are turned into problems by the door it came by.
 */
export async function handleOperation(platform: Platform, call: OperationCall): Promise<OperationAnswer> {
  const { operation, actor, served } = call;
  authorize(operation.operation, actor);
  const input = operation.validate(call.input);
  const { effect } = operation.operation;
  if (effect === 'steps') return workInSteps(platform, call, input);
  if (effect === 'write') return writeInTransaction(platform, call, input);
  const body = await withAnswers(() => runHandler(platform, call, served.reader, input));
  return answerOf(operation, actor, body);
}
