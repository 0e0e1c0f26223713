import { isPlainObject, type JsonSchema } from './json-schema.ts';

const withDefaults = new WeakMap<object, boolean>();

function hasDefaults(schema: JsonSchema): boolean {
  const known = withDefaults.get(schema);
  if (known !== undefined) return known;
  const found = JSON.stringify(schema).includes('"default"');
  withDefaults.set(schema, found);
  return found;
}

/** The value with defaults in place of what was left out. The value given is not changed. */
export function fillDefaults(schema: JsonSchema, value: unknown): unknown {
  if (!hasDefaults(schema)) return value;
  if (value === undefined) return schema.default;
  if (Array.isArray(value)) {
    const { items } = schema;
    return items && hasDefaults(items) ? value.map((item) => fillDefaults(items, item)) : value;
  }
  if (!isPlainObject(value) || !schema.properties) return value;
  const filled: Record<string, unknown> = { ...value };
  for (const [name, property] of Object.entries(schema.properties)) {
    const complete = fillDefaults(property, filled[name]);
    if (complete !== undefined) filled[name] = complete;
  }
  return filled;
}
