import { GenerationError } from './generation-error.ts';
import type { JsonSchema } from './json-schema.ts';
import { byName } from './names.ts';
import type { SdkField, SdkType } from './sdk-model.ts';

/** A named object as it was read, before anything is known of who sends and who answers it. */
export interface ReadShape {
  readonly name: string;
  /** Where it was first met, for messages. */
  readonly source: string;
  readonly fields: readonly SdkField[];
  /** Each with how often it was said. A property may describe its own use of a shape in the shape's place. */
  readonly descriptions: Map<string, number>;
}

interface Titled {
  readonly title: string;
  readonly required: readonly string[] | undefined;
}

/**
 * Reads schemas into types and collects the named shapes they are made of. An object needs a title: it becomes
 * the name of its type in every language. A title that is met again must mean the same fields; texts may differ.
 */
export class ShapeReader {
  readonly #shapes = new Map<string, ReadShape>();
  readonly #structures = new Map<ReadShape, string>();
  /** Most objects stand in many places, some with another description: their properties are read once. */
  readonly #titles = new Map<JsonSchema['properties'], Titled>();

  get shapes(): readonly ReadShape[] {
    return [...this.#shapes.values()].sort((left, right) => byName(left.name, right.name));
  }

  /** `source` says where the schema stands: `catalog.products.create, input`. */
  readType(schema: JsonSchema, source: string): SdkType {
    if (schema.enum || schema.const !== undefined) return readEnum(schema, source);
    const members = schema.anyOf ?? schema.oneOf;
    if (members) return this.#readUnion(members, source);
    switch (schema.type) {
      case 'string':
        return { kind: 'string', format: readFormat(schema) };
      case 'integer':
        return { kind: schema['x-unit'] === 'minor' ? 'amount' : 'integer' };
      case 'number':
      case 'boolean':
      case 'null':
        return { kind: schema.type };
      case 'array':
        return { kind: 'list', of: this.readType(schema.items ?? {}, `${source}[]`) };
      case 'object':
        return this.#readObject(schema, source);
      case undefined:
        return { kind: 'unknown' };
      default:
        throw new GenerationError(
          `${source}: a schema of type ${JSON.stringify(schema.type)} has no counterpart in the SDKs. ` +
            'Use one type, or Type.Union for several.',
        );
    }
  }

  readFields(schema: JsonSchema, source: string): SdkField[] {
    const required = new Set(schema.required);
    return Object.entries(schema.properties ?? {}).map(([name, property]) =>
      this.#readField(name, property, required.has(name), `${source}.${name}`),
    );
  }

  /** Registers a shape. Throws where the name is taken by other fields. */
  define(name: string, fields: readonly SdkField[], description: string | undefined, source: string): void {
    const existing = this.#shapes.get(name);
    if (!existing) {
      const descriptions = new Map(description === undefined ? [] : [[description, 1]]);
      this.#shapes.set(name, { name, source, fields, descriptions });
      return;
    }
    if (this.#structureOf(existing) !== structure(fields)) {
      throw new GenerationError(
        `Two different types are named ${name}: one at ${existing.source}, one at ${source}. ` +
          'Give one of them another title in the contract.',
      );
    }
    describe(existing, description);
  }

  #structureOf(shape: ReadShape): string {
    const known = this.#structures.get(shape) ?? structure(shape.fields);
    this.#structures.set(shape, known);
    return known;
  }

  #readField(name: string, schema: JsonSchema, isRequired: boolean, source: string): SdkField {
    const type = this.readType(schema, source);
    const members = type.kind === 'union' ? type.of : [type];
    const values = members.filter((member) => member.kind !== 'null');
    const [only] = values;
    const inner = (schema.anyOf ?? schema.oneOf)?.find((member) => member.type !== 'null');
    return {
      name,
      type: only && values.length === 1 ? only : { kind: 'union', of: values },
      isRequired,
      isNullable: values.length < members.length,
      description: schema.description ?? (values.length === 1 ? inner?.description : undefined),
      default: schema.default ?? inner?.default,
      access: schema['x-access'] === 'secret' ? 'secret' : 'publishable',
      isDeprecated: schema.deprecated === true,
    };
  }

  #readUnion(members: readonly JsonSchema[], source: string): SdkType {
    const types = members.map((member, index) => this.readType(member, `${source}|${index}`));
    return { kind: 'union', of: types };
  }

  #readObject(schema: JsonSchema, source: string): SdkType {
    const [values] = Object.values(schema.patternProperties ?? {});
    const rest = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : values;
    if (!schema.properties && rest) return { kind: 'map', of: this.readType(rest, `${source}{}`) };
    if (schema.title === undefined) {
      throw new GenerationError(
        `${source}: an object without a title. Write object('Name', …) in the contract: the title names its ` +
          'type in the SDKs.',
      );
    }
    const { title, required, properties } = schema;
    const known = this.#titles.get(properties);
    const existing = this.#shapes.get(title);
    if (existing && known?.title === title && known.required === required) {
      describe(existing, schema.description);
    } else {
      this.define(title, this.readFields(schema, source), schema.description, source);
      this.#titles.set(properties, { title, required });
    }
    return { kind: 'shape', name: title };
  }
}

function describe({ descriptions }: ReadShape, description: string | undefined): void {
  if (description !== undefined) descriptions.set(description, (descriptions.get(description) ?? 0) + 1);
}

function readEnum(schema: JsonSchema, source: string): SdkType {
  const values = schema.enum ?? [schema.const];
  const literals = values.filter(
    (value): value is string | number => typeof value === 'string' || typeof value === 'number',
  );
  if (literals.length === 0 || literals.length < values.length) {
    throw new GenerationError(`${source}: an enum needs values, and they must be strings or numbers.`);
  }
  return { kind: 'enum', values: literals, isOpen: false };
}

function readFormat(schema: JsonSchema): 'date-time' | 'date' | undefined {
  return schema.format === 'date-time' || schema.format === 'date' ? schema.format : undefined;
}

/** What two shapes of one name must have in common: everything but texts. */
function structure(fields: readonly SdkField[]): string {
  return JSON.stringify(
    [...fields]
      .sort((left, right) => byName(left.name, right.name))
      .map((field) => [field.name, field.type, field.isRequired, field.isNullable, field.access]),
  );
}
