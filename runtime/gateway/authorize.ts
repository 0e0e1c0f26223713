import type { Actor } from '../context/context.ts';
import type { Operation } from '../contract/operation.ts';
import { problem } from '../contract/problem.ts';
import { problems } from '../contract/problems.ts';

/** @throws {Problem} `forbidden`. Also called before the input is read: who may not do a thing isn't told how. */
export function authorize(operation: Operation, actor: Actor): void {
  const missing = operation.scopes.filter((scope) => !actor.scopes.includes(scope));
  if (missing.length === 0) return;
  throw problem(problems.forbidden, {
    detail: `${operation.id} needs ${missing.join(' and ')}, which this ${actor.kind} key does not have.`,
    details: { missingScopes: missing },
  });
}
