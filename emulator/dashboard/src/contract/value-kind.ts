import { type ApiDocument, resolve, type Schema } from './open-api.ts';

/** How a value is shown and edited. */
export type ValueKind =
  | { readonly kind: 'text' | 'longText' | 'id' | 'moment' | 'boolean' | 'money' | 'json' }
  | { readonly kind: 'number'; readonly isInteger: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

/** What a schema says of a value. */
export interface ValueShape {
  readonly value: ValueKind;
  readonly isNullable: boolean;
}

const longText = 1000;
/** As the contract writes the pattern of an id: a prefix, and 26 characters of Crockford's base 32. */
const idPattern = /^\^([a-z]+_)\[0-9A-HJ/;

/** `prod_` where a schema is that of an id of products. */
export function idPrefixOf({ pattern = '' }: Schema): string | undefined {
  return idPattern.exec(pattern)?.[1];
}

function isMoney({ type, properties }: Schema): boolean {
  return type === 'object' && Object.keys(properties ?? {}).join() === 'amount,currency';
}

function kindOf(schema: Schema): ValueKind {
  if (schema.enum) return { kind: 'choice', choices: schema.enum };
  if (isMoney(schema)) return { kind: 'money' };
  switch (schema.type) {
    case 'boolean':
      return { kind: 'boolean' };
    case 'integer':
    case 'number':
      return { kind: 'number', isInteger: schema.type === 'integer' };
    case 'string':
      if (schema.format === 'date-time') return { kind: 'moment' };
      if (idPrefixOf(schema) !== undefined) return { kind: 'id' };
      return { kind: (schema.maxLength ?? 0) >= longText && !schema.format ? 'longText' : 'text' };
    default:
      return { kind: 'json' };
  }
}

export function shapeOf(document: ApiDocument, schema: Schema): ValueShape {
  const resolved = resolve(document, schema);
  const branches = resolved.anyOf?.map((branch) => resolve(document, branch));
  if (!branches) return { value: kindOf(resolved), isNullable: false };
  const [only, ...others] = branches.filter(({ type }) => type !== 'null');
  const isNullable = branches.some(({ type }) => type === 'null');
  // One of several shapes is told in full only by itself.
  return { value: only && others.length === 0 ? kindOf(only) : { kind: 'json' }, isNullable };
}
