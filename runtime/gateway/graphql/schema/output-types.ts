import {
  type GraphQLFieldConfigMap,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { RequestScope } from '../request-scope.ts';
import { facts } from './field-facts.ts';
import {
  isEmptyObject,
  isObject,
  isRequired,
  type JsonSchema,
  nameOf,
  type Place,
  withoutNull,
} from './json-schema.ts';
import { describe, type LeafTypes } from './leaf-types.ts';
import type { TypeRegistry } from './type-registry.ts';

export type Fields = GraphQLFieldConfigMap<unknown, RequestScope>;

/** Object types, one for each titled schema of an answer. */
export class OutputTypes {
  readonly #registry: TypeRegistry;
  readonly #leafs: LeafTypes;
  readonly #relationsOf: (typeName: string) => Fields;
  /** What most operations answer with is in many others: without this, each is read twenty times. */
  readonly #known = new Map<JsonSchema, GraphQLObjectType>();

  /** `relationsOf` is asked once all types are known, so relations may go round in circles. */
  constructor(registry: TypeRegistry, leafs: LeafTypes, relationsOf: (typeName: string) => Fields) {
    this.#registry = registry;
    this.#leafs = leafs;
    this.#relationsOf = relationsOf;
  }

  /** The nullable type of a schema. */
  typeOf(schema: JsonSchema, place: Place): GraphQLOutputType {
    if (schema.type === 'array' && schema.items) {
      const { schema: item, nullable } = withoutNull(schema.items);
      const type = this.typeOf(item, place);
      return new GraphQLList(nullable ? type : new GraphQLNonNull(type));
    }
    return isObject(schema) ? this.objectType(schema, place) : this.#leafs.typeOf(schema, place);
  }

  objectType(schema: JsonSchema, place: Place): GraphQLObjectType {
    const name = nameOf(schema, place);
    const known = this.#known.get(schema);
    if (known?.name === name) return known;
    const fields = this.#fields(name, schema, place.source);
    const shape = Object.entries(fields).map(([field, { type }]) => `${field}: ${type}`);
    const type = this.#registry.register(
      name,
      `type { ${shape.join(' ')} }`,
      place.source,
      () =>
        new GraphQLObjectType({
          name,
          description: schema.description,
          fields: () => this.#withRelations(name, fields),
        }),
    );
    // Uses that describe themselves differently describe the use, not the type.
    if (type.description !== schema.description) type.description = undefined;
    this.#known.set(schema, type);
    return type;
  }

  #fields(owner: string, schema: JsonSchema, source: string): Fields {
    const fields: Fields = {};
    for (const [property, declared] of Object.entries(schema.properties ?? {})) {
      const { schema: value, nullable } = withoutNull(declared);
      // GraphQL has no type without fields.
      if (isEmptyObject(value)) continue;
      const type = this.typeOf(value, { owner, property, source: `${source}, ${owner}.${property}` });
      fields[property] = {
        type: nullable || !isRequired(schema, property) ? type : new GraphQLNonNull(type),
        description: describe(value, type),
        ...facts({ isSecret: declared['x-access'] === 'secret' }),
      };
    }
    return fields;
  }

  #withRelations(name: string, fields: Fields): Fields {
    const relations = this.#relationsOf(name);
    const taken = Object.keys(relations).find((relation) => relation in fields);
    if (taken) {
      throw new Error(
        `"${name}.${taken}" is both a property of the schema ${name} and a relation of the resource ${name}.\n` +
          'Give one of the two another name in the contract.',
      );
    }
    return { ...fields, ...relations };
  }
}
