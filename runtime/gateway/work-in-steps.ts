import type { StepsHandler } from '../context/service.ts';
import type { Operation } from '../contract/operation.ts';
import { createStepsContext } from './create-steps-context.ts';
import {
  callerIdOf,
  claimRequest,
  type Holder,
  idempotentRequest,
  keepAnswer,
  putBack,
} from './idempotency.ts';
import type { OperationAnswer, OperationCall } from './operation-call.ts';
import type { Platform } from './platform.ts';
import { replay, textOf } from './replay.ts';
import { answerOf, handlerOf, runHandler } from './run-handler.ts';
import { stableUlid } from './stable-ulid.ts';
import { withAnswers } from './with-answers.ts';
import { writeInTransaction } from './write-in-transaction.ts';

/** The ULID of an id: `01J…` of `evt_01J…`. */
function ulidOf(id: string): string {
  return id.slice(id.lastIndexOf('_') + 1);
}

function holderOf({ clockOf, machineClock, instanceId, isShared }: Platform, storeId: string): Holder {
  return { clock: clockOf(storeId), machineClock, instanceId, isShared };
}

/** One operation of some work in steps, by its effect; `input` is validated. */
async function performPart(platform: Platform, call: OperationCall, ulid: string): Promise<unknown> {
  const { operation, served } = call;
  const { id, effect } = operation.operation;
  const input = operation.validate(call.input);
  if (effect === 'read') return withAnswers(() => runHandler(platform, call, served.reader, input));
  if (effect === 'write') return (await writeInTransaction(platform, call, input)).body;
  return run(platform, call, input, stableUlid(ulid, `${id} ${JSON.stringify(input)}`));
}

/** The context of work in steps that belongs to `call`. */
function contextOf(
  platform: Platform,
  {
    served,
    compiled,
    actor,
    requestId,
    traceId,
    expectedVersion,
  }: Omit<OperationCall, 'operation' | 'input'>,
  ulid: string,
) {
  const part = (operation: Operation, input: Record<string, unknown>) =>
    performPart(
      platform,
      { served, compiled, actor, requestId, traceId, input, operation: compiled.operation(operation.id) },
      ulid,
    );
  return createStepsContext({
    platform,
    ...{ served, compiled, actor, requestId, traceId, expectedVersion, ulid },
    call: part,
  });
}

function run(
  platform: Platform,
  call: OperationCall,
  input: Record<string, unknown>,
  ulid: string,
): Promise<unknown> {
  const handler = handlerOf(platform, call.operation.operation.id) as StepsHandler; // by its effect
  return handler(contextOf(platform, call, ulid), input);
}

/** The context of work that no request began: a notice, an event, a schedule. `of` names it over all its runs. */
export function backgroundSteps(
  platform: Platform,
  call: Omit<OperationCall, 'operation' | 'input'>,
  of: string = platform.ids.next('work'),
) {
  return contextOf(platform, call, ulidOf(of));
}

/**
 * Work in steps. A request with an idempotency key is claimed first, and keeps the ULID that its stable ids are made
 * of: run again after a crash or a refusal, it goes on with what it had made.
 * @throws {Problem} what the handler refuses, `idempotency_in_progress`, `idempotency_mismatch`.
 */
export async function workInSteps(
  platform: Platform,
  call: OperationCall,
  input: Record<string, unknown>,
): Promise<OperationAnswer> {
  const { served, operation, actor, idempotencyKey } = call;
  const fresh = ulidOf(platform.ids.next('work'));
  if (idempotencyKey === undefined)
    return answerOf(operation, actor, await run(platform, call, input, fresh));
  const request = await idempotentRequest(
    { platform, storeId: served.id },
    ...[callerIdOf(actor), idempotencyKey],
    ...[operation.operation.id, input, call.expectedVersion],
  );
  const holder = holderOf(platform, served.id);
  const claim = await served.store.transaction((store) => claimRequest(store, request, fresh, holder));
  if (claim.answer) return replay(claim.answer);
  try {
    const given = answerOf(operation, actor, await run(platform, call, input, claim.ulid));
    const answer = { status: given.status, body: textOf(given.body) };
    await served.store.transaction((store) => keepAnswer(store, request, answer));
    return given;
  } catch (error) {
    await served.store.transaction((store) => putBack(store, request, holder));
    throw error;
  }
}
