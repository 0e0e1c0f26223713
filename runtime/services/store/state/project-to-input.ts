import type { Json } from '../../../plan/entry.ts';

/** As much of JSON Schema as says which properties there are. */
interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}

function branchFor(shape: Shape, value: object): Shape {
  const wanted = Array.isArray(value) ? 'array' : 'object';
  return shape.anyOf?.find((branch) => branch.type === wanted) ?? shape;
}

/**
 * What of a resource its own create operation would take: versions, times and everything derived fall away.
 * So two stores whose entries would be created by the same input have the same content.
 */
export function projectToInput(inputSchema: object, value: unknown): Json {
  if (typeof value !== 'object' || value === null) return value as Json; // JSON came in, so a scalar is JSON
  const shape = branchFor(inputSchema as Shape, value); // TypeBox schemas are JSON Schema as plain data
  if (Array.isArray(value))
    return value.map((item) => (shape.items ? projectToInput(shape.items, item) : item));
  const properties = shape.properties;
  if (!properties) return value as Json;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, property]) => name in properties && property !== undefined)
      .map(([name, property]) => [name, projectToInput(properties[name] ?? {}, property)]),
  );
}
