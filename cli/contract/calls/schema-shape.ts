import { isPlainObject, type Plain } from '../../../runtime/gateway/json-schema.ts';
import { type Kind, mergedShape, type Property, type Shape, unknownShape } from './shape.ts';

/** A schema, and the document that its references lead into. */
export interface Schema {
  readonly schema: unknown;
  readonly document: Plain;
}

function resolved({ schema, document }: Schema): Plain {
  if (!isPlainObject(schema)) return {};
  if (typeof schema.$ref !== 'string') return schema;
  const names = schema.$ref.split('/').slice(1);
  const found = names.reduce<unknown>(
    (value, name) => (isPlainObject(value) ? value[name] : undefined),
    document,
  );
  return resolved({ schema: found, document });
}

/** What a value may be, one after the other: the branches of `anyOf` and `oneOf`, however deep. */
function alternativesOf(given: Schema): readonly Plain[] {
  const schema = resolved(given);
  const branches = schema.anyOf ?? schema.oneOf;
  if (!Array.isArray(branches)) return [schema];
  return branches.flatMap((branch) => alternativesOf({ schema: branch, document: given.document }));
}

function typeOf(value: unknown): Kind {
  if (value === null) return 'null';
  return typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean';
}

function kindsOf(schema: Plain): readonly Kind[] {
  if ('const' in schema) return [typeOf(schema.const)];
  if (Array.isArray(schema.enum)) return schema.enum.map(typeOf);
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.flatMap((type) => {
    if (type === 'integer') return ['number' as const];
    return typeof type === 'string' ? [type as Kind] : []; // the names of JSON Schema
  });
}

function propertySchemas(alternatives: readonly Plain[], name: string): readonly unknown[] {
  return alternatives.flatMap(({ properties }) =>
    isPlainObject(properties) && name in properties ? [properties[name]] : [],
  );
}

function valueSchemas(alternatives: readonly Plain[]): readonly unknown[] {
  return alternatives.flatMap(({ properties, patternProperties, additionalProperties }) => {
    if (isPlainObject(properties) && Object.keys(properties).length > 0) return [];
    if (isPlainObject(patternProperties)) return Object.values(patternProperties);
    return isPlainObject(additionalProperties) ? [additionalProperties] : [];
  });
}

/** Says that there is an object, and not which. */
function isOpen(schema: Plain): boolean {
  return (
    kindsOf(schema).includes('object') && !('properties' in schema) && valueSchemas([schema]).length === 0
  );
}

function withoutNull(shape: Shape): Shape {
  return { ...shape, kinds: new Set([...shape.kinds].filter((kind) => kind !== 'null')) };
}

/**
 * What a schema promises of the places that a shape has: with what it allows beside what was seen, or, of its own, what
 * is there at all. Of a place that it leaves open nothing is known.
 */
export function promisedShape(seen: Shape, given: Schema): Shape {
  const { document } = given;
  const alternatives = alternativesOf(given);
  if (alternatives.some(isOpen)) return unknownShape;
  const objects = alternatives.filter((each) => kindsOf(each).includes('object') || 'properties' in each);
  const inside = (shape: Shape, schemas: readonly unknown[]) =>
    promisedShape(shape, { schema: { anyOf: schemas }, document });
  const properties: [string, Property][] = [...seen.properties].flatMap(([name, { shape }]) => {
    const schemas = propertySchemas(objects, name);
    if (schemas.length === 0) return [];
    const isAlways = objects.every(({ required }) => Array.isArray(required) && required.includes(name));
    const promised = inside(shape, schemas);
    const branches = alternativesOf({ schema: { anyOf: schemas }, document });
    const isOptional = !isAlways || branches.some((branch) => kindsOf(branch).includes('null'));
    return [[name, { shape: withoutNull(promised), isOptional }]];
  });
  const ofValues = valueSchemas(objects);
  const named = [...seen.properties.values()].map(({ shape }) => shape);
  const ofNames = (seen.values ? [seen.values, ...named] : named).reduce(mergedShape, unknownShape);
  const ofItems = alternatives.flatMap(({ items }) => (items === undefined ? [] : [items]));
  const isMap = ofValues.length > 0 && properties.length === 0;
  return {
    kinds: new Set(
      alternatives.every((each) => kindsOf(each).length > 0) ? alternatives.flatMap(kindsOf) : [],
    ),
    properties: new Map(properties),
    values: isMap ? withoutNull(inside(ofNames, ofValues)) : undefined,
    items: seen.items && ofItems.length > 0 ? inside(seen.items, ofItems) : undefined,
  };
}

/** What was seen, with all that the schema allows in those places: it could have been so, too. */
export function allowedShape(seen: Shape, given: Schema): Shape {
  return withAllowed(seen, promisedShape(seen, given));
}

function withAllowed(seen: Shape, promised: Shape): Shape {
  const properties = [...seen.properties].map(([name, property]): [string, Property] => {
    const allowed = promised.properties.get(name);
    if (!allowed) return [name, property];
    const isOptional = property.isOptional || allowed.isOptional;
    return [name, { isOptional, shape: withAllowed(property.shape, allowed.shape) }];
  });
  return {
    kinds: new Set([...seen.kinds, ...promised.kinds]),
    properties: promised.values ? new Map() : new Map(properties),
    values: promised.values ?? seen.values,
    items: seen.items && promised.items ? withAllowed(seen.items, promised.items) : seen.items,
  };
}
