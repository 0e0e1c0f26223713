import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import { type JsonSchema, type Place, pascalCase } from './json-schema.ts';
import type { Scalars } from './scalars.ts';
import type { TypeRegistry } from './type-registry.ts';

const largestInt = 2_147_483_647;
const smallestInt = -2_147_483_648;

function isEnumName(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_]*$/.test(value) && !isReserved(value);
}

function isReserved(value: string): boolean {
  return value === 'true' || value === 'false' || value === 'null';
}

/** An integer is an Int where its bounds keep it one; money and counts may grow beyond. */
function fitsInt({ minimum = -Infinity, maximum = Infinity }: JsonSchema): boolean {
  return minimum >= smallestInt && maximum <= largestInt;
}

/** Ids have a pattern of their own: a prefix and a ULID. */
function isIdentifier({ pattern }: JsonSchema): boolean {
  return pattern?.endsWith('_[0-9A-HJKMNP-TV-Z]{26}$') ?? false;
}

/** Types without fields: scalars, and enums where the values are names that GraphQL accepts. */
export class LeafTypes {
  readonly #registry: TypeRegistry;
  readonly #scalars: Scalars;

  constructor(registry: TypeRegistry, scalars: Scalars) {
    this.#registry = registry;
    this.#scalars = scalars;
  }

  typeOf(schema: JsonSchema, place: Place): GraphQLScalarType | GraphQLEnumType {
    if (schema.enum) return this.#enum(schema.enum, schema, place);
    switch (schema.type) {
      case 'string':
        if (schema.format === 'date-time') return this.#scalars.DateTime;
        if (schema.format === 'date') return this.#scalars.Date;
        return isIdentifier(schema) ? GraphQLID : GraphQLString;
      case 'integer':
        return fitsInt(schema) ? GraphQLInt : this.#scalars.Long;
      case 'number':
        return GraphQLFloat;
      case 'boolean':
        return GraphQLBoolean;
      default:
        return this.#scalars.JSON;
    }
  }

  #enum(values: readonly unknown[], schema: JsonSchema, place: Place): GraphQLScalarType | GraphQLEnumType {
    if (!values.every(isEnumName)) {
      return values.every((value) => typeof value === 'string') ? GraphQLString : this.#scalars.JSON;
    }
    const name = schema.title ?? `${place.owner}${pascalCase(place.property)}`;
    const shape = `enum { ${values.join(' ')} }`;
    return this.#registry.register(
      name,
      shape,
      place.source,
      () =>
        new GraphQLEnumType({
          name,
          description: schema.description,
          values: Object.fromEntries(values.map((value) => [value, { value }])),
        }),
    );
  }
}

/** The values a caller may give, for the description of an argument whose type can't say so. */
export function describe(schema: JsonSchema, type: unknown): string | undefined {
  if (!schema.enum || type !== GraphQLString) return schema.description;
  const values = `One of ${schema.enum.map((value) => `\`${value}\``).join(', ')}.`;
  return schema.description ? `${schema.description} ${values}` : values;
}
