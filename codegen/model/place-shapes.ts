import { pascalCase } from './names.ts';
import type { SdkEvent, SdkField, SdkResource, SdkShape } from './sdk-model.ts';
import type { ReadShape } from './shape-reader.ts';
import { shapesIn, withOpenEnums } from './walk-type.ts';

type Fields = ReadonlyMap<string, readonly SdkField[]>;

/** Says of each shape who sends it, who answers it, beside which resource it stands, and whether it has secrets. */
export function placeShapes(
  read: readonly ReadShape[],
  resources: readonly SdkResource[],
  events: readonly SdkEvent[],
): SdkShape[] {
  const fields: Fields = new Map(read.map((shape) => [shape.name, shape.fields]));
  const operations = resources.flatMap((resource) => resource.operations);
  const sent = reach(
    operations.flatMap((operation) => (operation.input ? [operation.input.shape] : [])),
    fields,
  );
  const answered = reach(
    [
      ...operations.flatMap((operation) => (operation.output ? shapesIn(operation.output) : [])),
      ...events.flatMap((event) => shapesIn(event.data)),
    ],
    fields,
  );
  const homes = findHomes(fields, resources);
  const hiding = hidingFromVisitors(fields);
  return read.map((shape) => ({
    name: shape.name,
    description: mostSaid(shape.descriptions),
    fields: answered.has(shape.name)
      ? shape.fields.map((field) => ({ ...field, type: withOpenEnums(field.type) }))
      : shape.fields,
    isSent: sent.has(shape.name),
    isAnswered: answered.has(shape.name),
    home: homes.get(shape.name),
    hidesFromVisitors: hiding.has(shape.name),
  }));
}

/** These shapes and all that are inside of them. `enter` keeps the walk out of some. */
function reach(
  names: readonly string[],
  fields: Fields,
  enter: (name: string) => boolean = () => true,
): Set<string> {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name) || !enter(name)) return;
    reached.add(name);
    for (const field of fields.get(name) ?? []) for (const inner of shapesIn(field.type)) visit(inner);
  };
  for (const name of names) visit(name);
  return reached;
}

/** Shapes with a secret field, and all that have such a shape inside. */
function hidingFromVisitors(fields: Fields): Set<string> {
  const outside = new Map<string, string[]>();
  for (const [name, own] of fields) {
    for (const inner of own.flatMap((field) => shapesIn(field.type))) {
      outside.set(inner, [...(outside.get(inner) ?? []), name]);
    }
  }
  const hiding = new Set<string>();
  const visit = (name: string): void => {
    if (hiding.has(name)) return;
    hiding.add(name);
    outside.get(name)?.forEach(visit);
  };
  for (const [name, own] of fields) if (own.some((field) => field.access === 'secret')) visit(name);
  return hiding;
}

/**
 * A shape stands beside the resource that is named after it (`Variant` beside `variants`), else beside the
 * first resource that mentions it, in the contract's order.
 */
function findHomes(fields: Fields, resources: readonly SdkResource[]): Map<string, readonly string[]> {
  const homes = new Map<string, readonly string[]>();
  const mentioned = resources.map((resource) => ({
    resource,
    names: resource.operations.flatMap((operation) => [
      ...(operation.output ? shapesIn(operation.output) : []),
      ...(operation.input ? [operation.input.shape] : []),
    ]),
  }));
  for (const { resource, names } of mentioned) {
    const plural = pascalCase(resource.path.at(-1) ?? '');
    for (const name of names) {
      if (plural.startsWith(name.slice(0, -1)) && name.length >= plural.length - 3)
        homes.set(name, resource.path);
    }
  }
  for (const { resource, names } of mentioned) {
    const isElsewhere = (name: string) => (homes.get(name) ?? resource.path) !== resource.path;
    for (const name of reach(names, fields, (candidate) => !isElsewhere(candidate))) {
      if (!homes.has(name)) homes.set(name, resource.path);
    }
  }
  return homes;
}

function mostSaid(descriptions: ReadonlyMap<string, number>): string | undefined {
  return [...descriptions].reduce<readonly [string | undefined, number]>(
    (best, entry) => (entry[1] > best[1] ? entry : best),
    [undefined, 0],
  )[0];
}
