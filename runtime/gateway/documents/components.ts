import { isPlainObject, type Plain } from '../json-schema.ts';

/** Keywords whose value is a schema or a list of schemas; the values of all others but `properties` are data. */
const schemaKeywords = new Set([
  'items',
  'prefixItems',
  'additionalProperties',
  'anyOf',
  'oneOf',
  'allOf',
  'not',
]);
/** Keywords whose value has a schema under each name, so that a property may be called `title`. */
const namedSchemas = new Set(['properties', 'patternProperties']);

/** The titled schemas of a document: a name of the contract is a component's name. */
export class Components {
  readonly #schemas = new Map<string, Plain>();

  get schemas(): Readonly<Record<string, Plain>> {
    return Object.fromEntries(this.#schemas);
  }

  /**
   * The schema with a reference in the place of each titled one. Two shapes under one name would make the document
   * lie, so they stop it.
   */
  reference(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map((item) => this.reference(item));
    if (!isPlainObject(schema)) return schema;
    const { title, description, ...rest } = schema;
    const described = description === undefined ? {} : { description };
    const shape = Object.fromEntries(
      Object.entries(rest).map(([keyword, value]) => [keyword, this.#inside(keyword, value)]),
    );
    if (typeof title !== 'string') return { ...shape, ...described };
    const $ref = `#/components/schemas/${title}`;
    const known = this.#schemas.get(title);
    if (!known) {
      this.#schemas.set(title, { title, ...shape, ...described });
      return { $ref };
    }
    const { title: _, description: general, ...knownShape } = known;
    if (JSON.stringify(knownShape) !== JSON.stringify(shape)) {
      throw new Error(`The contract has two shapes named ${title}.`);
    }
    // What is said of one place (an attribute's label) stands beside the reference, which OpenAPI 3.1 allows.
    return { $ref, ...(description === general ? {} : described) };
  }

  #inside(keyword: string, value: unknown): unknown {
    if (schemaKeywords.has(keyword)) return this.reference(value);
    if (!namedSchemas.has(keyword) || !isPlainObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, this.reference(schema)]));
  }
}
