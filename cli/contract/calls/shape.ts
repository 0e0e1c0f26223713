import { isPlainObject } from '../../../runtime/gateway/json-schema.ts';

/** Names of JSON Schema, but for `object` and `array`, whose insides say that they are one. */
export type Kind = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array';

export interface Property {
  readonly shape: Shape;
  /** May be missing, or null: whoever reads it has to ask either way. */
  readonly isOptional: boolean;
}

/**
 * What can be relied on of a value, without the value itself: `{ "data": [{ "title": "string" }] }`. What is known of
 * all items of a list is known of the list.
 */
export interface Shape {
  /** Nothing where nothing is known: an optional property that nobody has seen filled. */
  readonly kinds: ReadonlySet<Kind>;
  readonly properties: ReadonlyMap<string, Property>;
  /** Of an object whose names are data, as those of `metadata` are. */
  readonly values?: Shape | undefined;
  /** Of a list that was not empty. */
  readonly items?: Shape | undefined;
}

const none: ReadonlyMap<string, Property> = new Map();

export const unknownShape: Shape = { kinds: new Set(), properties: none };

function scalar(kind: Kind): Shape {
  return { kinds: new Set([kind]), properties: none };
}

function propertyOf(value: unknown): Property {
  return value === null
    ? { shape: unknownShape, isOptional: true }
    : { shape: shapeOf(value), isOptional: false };
}

export function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) {
    const [first, ...others] = value.map(shapeOf);
    return { ...scalar('array'), items: first && others.reduce(mergedShape, first) };
  }
  if (isPlainObject(value)) {
    const properties = Object.entries(value).map(([name, inner]) => [name, propertyOf(inner)] as const);
    return { ...scalar('object'), properties: new Map(properties) };
  }
  if (value === null || value === undefined) return scalar('null');
  return scalar(typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean');
}

function mergedProperties(one: Shape, other: Shape): ReadonlyMap<string, Property> {
  // One that is no object says nothing of what objects have there.
  if (!one.kinds.has('object')) return other.properties;
  if (!other.kinds.has('object')) return one.properties;
  const names = new Set([...one.properties.keys(), ...other.properties.keys()]);
  return new Map(
    [...names].map((name) => {
      const [left, right] = [one.properties.get(name), other.properties.get(name)];
      const shape = mergedShape(left?.shape ?? unknownShape, right?.shape ?? unknownShape);
      return [name, { shape, isOptional: !left || !right || left.isOptional || right.isOptional }] as const;
    }),
  );
}

function either(one: Shape | undefined, other: Shape | undefined): Shape | undefined {
  return one && other ? mergedShape(one, other) : (one ?? other);
}

/** What is true of both. */
export function mergedShape(one: Shape, other: Shape): Shape {
  return {
    kinds: new Set([...one.kinds, ...other.kinds]),
    properties: mergedProperties(one, other),
    values: either(one.values, other.values),
    items: either(one.items, other.items),
  };
}
