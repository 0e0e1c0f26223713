import type { Contract } from '../../runtime/contract/contract.ts';
import type { EventDefinition } from '../../runtime/contract/event.ts';
import type { Namespace } from '../../runtime/contract/namespace.ts';
import {
  defineOperations,
  type Operation,
  type OperationDefinition,
} from '../../runtime/contract/operation.ts';

/** A contract of just these operations, events and namespaces, for a case. */
export function contractOf(
  definitions: Record<string, OperationDefinition>,
  events: readonly EventDefinition[] = [],
  namespaces: readonly Namespace[] = [],
): Contract {
  const defined = defineOperations(definitions);
  const operations = new Map(Object.entries<Operation>(defined));
  return {
    operations,
    resources: new Map(),
    events: new Map(events.map((event) => [event.type, event])),
    namespaces,
    operation(id) {
      const operation = operations.get(id);
      if (!operation) throw new Error(`The case has no operation ${id}.`);
      return operation;
    },
  };
}
