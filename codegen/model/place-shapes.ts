import { pascalCase } from './names.ts';
import type { SdkEvent, SdkField, SdkResource, SdkShape } from './sdk-model.ts';
import type { ReadShape } from './shape-reader.ts';
import { shapesIn, withOpenEnums } from './walk-type.ts';

/** Shape → the shapes that it leads to. */
type Links = ReadonlyMap<string, readonly string[]>;

/** Says of each shape who sends it, who answers it, beside which resource it stands, and whether it has secrets. */
export function placeShapes(
  read: readonly ReadShape[],
  resources: readonly SdkResource[],
  events: readonly SdkEvent[],
): SdkShape[] {
  const inside: Links = new Map(read.map(({ name, fields }) => [name, shapesInside(fields)]));
  const operations = resources.flatMap((resource) => resource.operations);
  const sent = reach(
    operations.flatMap((operation) => (operation.input ? [operation.input.shape] : [])),
    inside,
  );
  const answered = reach(
    [
      ...operations.flatMap((operation) => (operation.output ? shapesIn(operation.output) : [])),
      ...events.flatMap((event) => shapesIn(event.data)),
    ],
    inside,
  );
  const homes = findHomes(inside, resources);
  const secret = read.filter(({ fields }) => fields.some((field) => field.access === 'secret'));
  const hiding = reach(
    secret.map(({ name }) => name),
    reversed(inside),
  );
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

function shapesInside(fields: readonly SdkField[]): string[] {
  return fields.flatMap((field) => shapesIn(field.type));
}

function reversed(links: Links): Links {
  const back = new Map<string, string[]>();
  for (const [from, all] of links) {
    for (const to of all) back.set(to, [...(back.get(to) ?? []), from]);
  }
  return back;
}

/** These shapes and all that they lead to. `enter` keeps the walk out of some. */
function reach(
  names: readonly string[],
  links: Links,
  enter: (name: string) => boolean = () => true,
): Set<string> {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name) || !enter(name)) return;
    reached.add(name);
    links.get(name)?.forEach(visit);
  };
  names.forEach(visit);
  return reached;
}

/**
 * A shape stands beside the resource that is named after it (`Variant` beside `variants`), else beside the
 * first resource that mentions it, in the contract's order.
 */
function findHomes(inside: Links, resources: readonly SdkResource[]): Map<string, readonly string[]> {
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
    for (const name of reach(names, inside, (candidate) => !isElsewhere(candidate))) {
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
