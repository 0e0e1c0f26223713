import type { ProblemDefinition } from '../../runtime/contract/problem.ts';
import { problem } from '../../runtime/contract/problem.ts';
import { problems } from '../../runtime/contract/problems.ts';
import type { AroundOperation } from '../../runtime/runtime.ts';
import { type Fault, wordsOf } from './fault.ts';
import { struckProblems } from './fault-problems.ts';
import type { Faults } from './faults.ts';
import { holdUp } from './hold-up.ts';
import { loseAnswer } from './lose-answer.ts';
import { faultHeader } from './struck.ts';

type Asked = Parameters<AroundOperation>[0];

function definitionOf({ request, operationId }: Asked, { code, status }: Fault): ProblemDefinition {
  if (code !== null) {
    const errors = request.identity?.served.compiled.contract.operation(operationId).errors ?? [];
    const found = [...errors, ...Object.values(problems)].find((each) => each.code === code);
    if (found) return found;
  }
  return status === problems.internal.status ? problems.internal : { ...struckProblems.unavailable, status };
}

/** @throws {Problem} in place of an answer. */
async function befall(asked: Asked, fault: Fault, ending: AbortSignal): Promise<void> {
  const { request, reply } = asked;
  const detail = `A fault is set here. ${wordsOf(fault)}.`;
  switch (fault.kind) {
    case 'latency':
      return holdUp(fault.delayMilliseconds, ending);
    case 'malformed':
      // On its way out, where it is text.
      return;
    case 'rate_limit':
      throw problem(problems.rateLimited, { detail, retryAfter: fault.retryAfterSeconds });
    case 'drop':
    case 'timeout':
      loseAnswer(request, reply, fault.kind);
      // Nobody gets this: it ends what would make an answer.
      throw problem(struckProblems.unavailable, { detail });
    default:
      throw problem(definitionOf(asked, fault), { detail });
  }
}

/** An operation in a store where faults are set. */
export async function strikeOperation<Answer>(
  faults: Faults,
  asked: Asked,
  carryOut: () => Promise<Answer>,
): Promise<Answer> {
  const { storeId, operationId, request, reply } = asked;
  const fault = await faults.strike(storeId, { door: 'operation', operationId });
  if (!fault) return carryOut();
  // Of several operations of one GraphQL request the one that is seen in the end.
  if (request.struckBy?.kind !== 'malformed') request.struckBy = fault;
  if (!reply.sent) reply.header(faultHeader, fault.id);
  if (fault.when === 'before') {
    await befall(asked, fault, faults.ending);
    return carryOut();
  }
  try {
    return await carryOut();
  } finally {
    // Whatever came of it: an answer that is lost may as well have been a refusal.
    await befall(asked, fault, faults.ending);
  }
}
