import type { JsonSchema, Plain } from './json-schema.ts';

function coerceOne(schema: JsonSchema, text: unknown): unknown {
  if (typeof text !== 'string') return text;
  const type = schema.type ?? schema.anyOf?.find((branch) => branch.type !== 'null')?.type;
  if (type === 'integer' || type === 'number') {
    const value = Number(text);
    return text.trim() !== '' && Number.isFinite(value) ? value : text;
  }
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** Query strings hold text; what doesn't read as the type wanted stays text, for the validator to refuse. */
export function coerceQuery(properties: object, query: Plain): Record<string, unknown> {
  // Without a prototype, because callers may name a parameter `__proto__`; it is refused like any unknown one.
  const coerced: Record<string, unknown> = Object.create(null);
  const schemas = properties as Record<string, JsonSchema>; // JSON Schema as plain data
  for (const name in query) {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    const value = query[name];
    if (schema?.type === 'array' && schema.items) {
      const { items } = schema;
      coerced[name] = [value].flat().map((item) => coerceOne(items, item));
    } else coerced[name] = schema ? coerceOne(schema, value) : value;
  }
  return coerced;
}
