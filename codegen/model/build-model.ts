import type { Contract } from '../../runtime/contract/contract.ts';
import type { Operation } from '../../runtime/contract/operation.ts';
import { checkMethodNames } from './check-method-names.ts';
import { GenerationError } from './generation-error.ts';
import { byName, pascalCase } from './names.ts';
import { placeShapes } from './place-shapes.ts';
import { readErrors } from './read-errors.ts';
import { methodPath, pageItem, readOperation } from './read-operation.ts';
import type { SdkEvent, SdkModel, SdkResource } from './sdk-model.ts';
import { ShapeReader } from './shape-reader.ts';

export interface ModelOptions {
  /** Services whose operations are left out, and with them the shapes and errors that nothing else has. */
  readonly without?: readonly string[] | undefined;
}

/**
 * Contract in, SDK model out: names are given here, once for all languages, and everything is put in order.
 * @throws {GenerationError} where two things would have one name; it names both. Where there is no such service.
 */
export function buildModel(contract: Contract, { without = [] }: ModelOptions = {}): SdkModel {
  refuseUnknown(contract, without);
  const isKept = ([service = '']: readonly string[]) => !without.includes(service);
  const operations = [...contract.operations.values()].filter(({ id }) => isKept(methodPath(id).path));
  const namespaces = contract.namespaces
    .map(({ name, summary }) => ({ path: name.split('.'), summary }))
    .filter(({ path }) => isKept(path));
  checkMethodNames(operations.map((operation) => operation.id));
  const reader = new ShapeReader();
  const resources = [...byResource(operations)].map(([key, group]): SdkResource => {
    const path = key.split('.');
    const singular = answeredTitle(group);
    return {
      path,
      name: pascalCase(path.at(-1) ?? ''),
      operations: group.map((operation) => readOperation(operation, reader, singular)),
    };
  });
  const events = readEvents(contract, reader);
  const errors = readErrors(operations, reader);
  return {
    resources,
    namespaces,
    shapes: placeShapes(reader.shapes, resources, events),
    errors,
    events,
  };
}

/** A service is the first part of its methods' paths: `orders` of `store.orders.returns.list`. */
function refuseUnknown({ operations, namespaces }: Contract, without: readonly string[]): void {
  const paths = [
    ...[...operations.keys()].map((id) => methodPath(id).path),
    ...namespaces.map(({ name }) => name.split('.')),
  ];
  const services = [...new Set(paths.map(([service = '']) => service))].sort(byName);
  const unknown = without.find((name) => !services.includes(name));
  if (unknown === undefined) return;
  throw new GenerationError(
    `There is no service "${unknown}" to leave out; there are ${services.join(', ')}.`,
  );
}

/** In the contract's order. */
function byResource(operations: readonly Operation[]): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const key = methodPath(operation.id).path.join('.');
    const group = groups.get(key);
    if (group) group.push(operation);
    else groups.set(key, [operation]);
  }
  return groups;
}

/** What the operations of a resource are about: the title of what they get, create or list. */
function answeredTitle(group: readonly Operation[]): string | undefined {
  const titles = ['get', 'create', 'list'].map((method) => {
    const operation = group.find((candidate) => methodPath(candidate.id).method === method);
    const schema: { readonly title?: string } | undefined =
      operation && (pageItem(operation) ?? operation.output);
    return schema?.title;
  });
  return titles.find((title) => title !== undefined);
}

function readEvents(contract: Contract, reader: ShapeReader): SdkEvent[] {
  return [...contract.events.values()]
    .map((event) => ({
      type: event.type,
      name: pascalCase(event.type),
      summary: event.summary,
      data: reader.readType(event.data, `event ${event.type}`),
    }))
    .sort((left, right) => byName(left.type, right.type));
}
