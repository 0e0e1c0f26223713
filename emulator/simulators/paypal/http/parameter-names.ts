import type { TSchema } from 'typebox';

/** As much of JSON Schema as a declaration uses. */
interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

function withPrefix(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

/** Names of all the leaves, dotted: `purchase_units.amount.value`. Lists are named like what they hold. */
export function parameterNames(schema: TSchema): string[] {
  const walk = (node: SchemaNode, prefix: string): string[] => {
    if (node.items) return walk(node.items, prefix);
    const properties = Object.entries(node.properties ?? {});
    if (properties.length === 0) return prefix === '' ? [] : [prefix];
    return properties.flatMap(([name, child]) => walk(child, withPrefix(prefix, name)));
  };
  return walk(schema, '');
}

/** Names of what a value holds and its schema does not, dotted, each once and only the outermost. */
export function unknownNames(schema: TSchema, value: unknown): string[] {
  const walk = (node: SchemaNode, found: unknown, prefix: string): string[] => {
    if (Array.isArray(found)) {
      const { items } = node;
      return items ? found.flatMap((item) => walk(items, item, prefix)) : [];
    }
    // Without named properties, anything goes: the resource of an event, the value of a patch.
    if (!node.properties || typeof found !== 'object' || found === null) return [];
    const { properties } = node;
    return Object.entries(found).flatMap(([name, child]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return known ? walk(known, child, withPrefix(prefix, name)) : [withPrefix(prefix, name)];
    });
  };
  return [...new Set(walk(schema, value, ''))];
}
