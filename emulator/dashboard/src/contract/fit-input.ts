import { type ApiDocument, resolve, type Schema } from './open-api.ts';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A value as an operation would take it, of a value as it is answered: without what the platform works out itself, which
 * it would refuse. `{ id, sku, availability }` of a variant becomes `{ id, sku }`.
 */
export function fitInput(document: ApiDocument, schema: Schema, value: unknown): unknown {
  const { anyOf, items, properties } = resolve(document, schema);
  if (anyOf) {
    const [only, ...others] = anyOf.filter((branch) => resolve(document, branch).type !== 'null');
    return only && others.length === 0 ? fitInput(document, only, value) : value;
  }
  if (items && Array.isArray(value)) return value.map((item) => fitInput(document, items, item));
  if (!properties || !isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inside]) => {
      const taken = properties[name];
      return taken ? [[name, fitInput(document, taken, inside)]] : [];
    }),
  );
}
