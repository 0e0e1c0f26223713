import {
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
} from 'graphql';
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

/** What an answer's object is named, for enums that both have: `VariantInput` is about a `Variant`. */
function ownerOf(inputName: string): string {
  return inputName.replace(/Input$/, '');
}

function inputName(schema: JsonSchema, place: Place): string {
  const name = nameOf(schema, place);
  return name.endsWith('Input') ? name : `${name}Input`;
}

/** Input types, one for each titled schema of an input. */
export class InputTypes {
  readonly #registry: TypeRegistry;
  readonly #leafs: LeafTypes;

  constructor(registry: TypeRegistry, leafs: LeafTypes) {
    this.#registry = registry;
    this.#leafs = leafs;
  }

  /** The nullable type of a schema. */
  typeOf(schema: JsonSchema, place: Place): GraphQLInputType {
    if (schema.type === 'array' && schema.items) {
      const { schema: item, nullable } = withoutNull(schema.items);
      const type = this.typeOf(item, place);
      return new GraphQLList(nullable ? type : new GraphQLNonNull(type));
    }
    if (!isObject(schema)) return this.#leafs.typeOf(schema, place);
    const name = inputName(schema, place);
    return this.objectType(name, schema, () => ownerOf(name), place.source);
  }

  /** `ownerOfProperty` names the object that a property's enum is named after. */
  objectType(
    name: string,
    schema: JsonSchema,
    ownerOfProperty: (property: string, value: JsonSchema) => string,
    source: string,
  ): GraphQLInputObjectType {
    const fields: GraphQLInputFieldConfigMap = {};
    for (const [property, declared] of Object.entries(schema.properties ?? {})) {
      const field = this.field(schema, property, declared, {
        owner: ownerOfProperty(property, declared),
        property,
        source: `${source}, ${name}.${property}`,
      });
      if (field) fields[property] = field;
    }
    const shape = Object.entries(fields).map(([field, { type }]) => `${field}: ${type}`);
    const register = () => new GraphQLInputObjectType({ name, description: schema.description, fields });
    return this.#registry.register(name, `input { ${shape.join(' ')} }`, source, register);
  }

  /** One property as an argument or input field; undefined for an object that can't hold anything. */
  field(owner: JsonSchema, property: string, declared: JsonSchema, place: Place) {
    const { schema: value, nullable } = withoutNull(declared);
    if (isEmptyObject(value)) return undefined;
    const type = this.typeOf(value, place);
    const isOptional = nullable || !isRequired(owner, property);
    return { type: isOptional ? type : new GraphQLNonNull(type), description: describe(value, type) };
  }
}
