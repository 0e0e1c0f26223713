import type { Contract } from '../../runtime/contract/contract.ts';
import type { EventDefinition } from '../../runtime/contract/event.ts';
import {
  defineOperations,
  type Operation,
  type OperationDefinition,
} from '../../runtime/contract/operation.ts';

/** A contract of just these operations and events, for a case. */
export function contractOf(
  definitions: Record<string, OperationDefinition>,
  events: readonly EventDefinition[] = [],
): Contract {
  const defined = defineOperations(definitions);
  const operations = new Map(Object.entries<Operation>(defined));
  return {
    operations,
    resources: new Map(),
    events: new Map(events.map((event) => [event.type, event])),
    operation(id) {
      const operation = operations.get(id);
      if (!operation) throw new Error(`The case has no operation ${id}.`);
      return operation;
    },
  };
}
