import Type from 'typebox';
import type { OperationDefinition } from '../../../runtime/contract/operation.ts';

/** An operation that is right in everything but what a case changes. */
export function givenOperation(changes: Partial<OperationDefinition> = {}): OperationDefinition {
  return {
    summary: 'Get a thing',
    http: 'GET /v1/things',
    scopes: ['catalog:read'],
    input: Type.Object({}),
    output: Type.Null(),
    errors: [],
    effect: 'read',
    ...changes,
  };
}
