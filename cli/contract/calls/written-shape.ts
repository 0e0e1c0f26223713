import { isPlainObject } from '../../../runtime/gateway/json-schema.ts';
import { type Kind, mergedShape, type Property, type Shape, unknownShape } from './shape.ts';

/*
 * How a shape stands in a file, to be read in a review:
 *
 *   { "id": "string", "price?": { "amount": "number" }, "images": [{ "url": "string" }], "metadata": { "*": "string" } }
 *
 * `price?` may be missing or null, `*` stands for any name, and a list has one shape for all of its items. What may be
 * of several kinds is `"number | string"`, and with objects or lists among them `{ "|": ["string", { … }] }`.
 */

const scalars: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'null']);
const nothingKnown = 'unknown';

function written(kind: Kind, shape: Shape): unknown {
  if (kind === 'array') return shape.items ? [writeShape(shape.items)] : [];
  if (kind !== 'object') return kind;
  if (shape.values) return { '*': writeShape(shape.values) };
  const names = [...shape.properties].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    names.map(([name, property]) => [property.isOptional ? `${name}?` : name, writeShape(property.shape)]),
  );
}

export function writeShape(shape: Shape): unknown {
  const kinds = [...shape.kinds].sort();
  const [only, ...others] = kinds;
  if (only === undefined) return nothingKnown;
  if (others.length === 0) return written(only, shape);
  if (kinds.every((kind) => scalars.has(kind))) return kinds.join(' | ');
  return { '|': kinds.map((kind) => written(kind, shape)) };
}

function isKind(text: string): text is Kind {
  return scalars.has(text);
}

function readText(text: string): Shape | undefined {
  if (text === nothingKnown) return unknownShape;
  const kinds = text.split('|').map((kind) => kind.trim());
  return kinds.every(isKind) ? { kinds: new Set(kinds), properties: new Map() } : undefined;
}

function readProperty(name: string, value: unknown): readonly [string, Property] | undefined {
  const isOptional = name.endsWith('?');
  const shape = readShape(value);
  return shape && [isOptional ? name.slice(0, -1) : name, { shape, isOptional }];
}

function allOf<T>(found: readonly (T | undefined)[]): readonly T[] | undefined {
  const known = found.filter((each) => each !== undefined);
  return known.length === found.length ? known : undefined;
}

/** Undefined where it is no shape: somebody changed the file by hand, and slipped. */
export function readShape(value: unknown): Shape | undefined {
  if (typeof value === 'string') return readText(value);
  if (Array.isArray(value)) {
    const items = value.length === 0 ? undefined : readShape(value[0]);
    const isShape = value.length === 0 || (value.length === 1 && items !== undefined);
    return isShape ? { kinds: new Set(['array']), properties: new Map(), items } : undefined;
  }
  if (!isPlainObject(value)) return undefined;
  if ('|' in value) {
    const alternatives = Array.isArray(value['|']) ? allOf(value['|'].map(readShape)) : undefined;
    return alternatives?.reduce(mergedShape, unknownShape);
  }
  if ('*' in value) {
    const values = readShape(value['*']);
    return values && { kinds: new Set(['object']), properties: new Map(), values };
  }
  const properties = allOf(Object.entries(value).map(([name, inner]) => readProperty(name, inner)));
  return properties && { kinds: new Set(['object']), properties: new Map(properties) };
}
