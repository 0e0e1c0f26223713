import type { Contract } from '../../contract/contract.ts';
import type { ProblemDefinition } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { publishableScopes, scopes } from '../../contract/scope.ts';

/** Which scopes each operation needs, and which kind of key may have them. */
export function permissionTable(contract: Contract) {
  return {
    scopes: Object.entries(scopes).map(([scope, description]) => ({
      scope,
      description,
      publishable: publishableScopes.some((allowed) => allowed === scope),
    })),
    operations: [...contract.operations.values()].map((operation) => ({
      operation: operation.id,
      http: operation.http,
      scopes: operation.scopes,
      publishable: operation.scopes.every((scope) => publishableScopes.includes(scope)),
    })),
  };
}

/** Every problem that the platform can answer with, by code. */
export function problemCatalogue(contract: Contract): ProblemDefinition[] {
  const declared = [...contract.operations.values()].flatMap((operation) => operation.errors);
  const byCode = new Map([...Object.values(problems), ...declared].map((problem) => [problem.code, problem]));
  return [...byCode.values()].sort((left, right) => (left.code < right.code ? -1 : 1));
}

/** Every event type with the schema of its data. */
export function eventCatalogue(contract: Contract) {
  return [...contract.events.values()].map(({ type, summary, data }) => ({ type, summary, data }));
}
