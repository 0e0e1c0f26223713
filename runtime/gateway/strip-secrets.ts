import { isPlainObject, type JsonSchema } from './json-schema.ts';

type Strip = (value: unknown) => unknown;

const keep: Strip = (value) => value;

/** A function that takes marked properties (`secretOnly` in the contract) out of values of a schema. */
export function secretStripper(schema: JsonSchema): Strip {
  if (!JSON.stringify(schema).includes('"x-access":"secret"')) return keep;
  if (schema.anyOf) {
    const branches = schema.anyOf.map(secretStripper).filter((strip) => strip !== keep);
    return (value) => branches.reduce((current, strip) => strip(current), value);
  }
  if (schema.items) {
    const strip = secretStripper(schema.items);
    return (value) => (Array.isArray(value) ? value.map(strip) : value);
  }
  const properties = Object.entries(schema.properties ?? {});
  const secret = new Set(
    properties.filter(([, property]) => property['x-access'] === 'secret').map(([name]) => name),
  );
  const deeper = new Map(
    properties
      .map(([name, property]) => [name, secretStripper(property)] as const)
      .filter(([, strip]) => strip !== keep),
  );
  return (value) => {
    if (!isPlainObject(value)) return value;
    const kept: Record<string, unknown> = {};
    for (const name in value) {
      if (!secret.has(name)) kept[name] = (deeper.get(name) ?? keep)(value[name]);
    }
    return kept;
  };
}
