/**
 * A contract schema as plain JSON Schema. TypeBox schemas are that, and `Type.Unsafe` ones are only that, so types
 * are derived from the structure and never from TypeBox's own markers.
 */
export interface JsonSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** `secret`: only for secret keys. */
  readonly 'x-access'?: string;
}

/** Where a schema stands, for names and for messages. */
export interface Place {
  /** Name of the object that has the property, without `Input`: enums are named after it. */
  readonly owner: string;
  readonly property: string;
  /** In words: `catalog.products.list, Product.status`. */
  readonly source: string;
}

/** A union with null is the other member, nullable. */
export function withoutNull(schema: JsonSchema): { readonly schema: JsonSchema; readonly nullable: boolean } {
  const members = schema.anyOf?.filter((member) => member.type !== 'null');
  if (!schema.anyOf || !members || members.length === schema.anyOf.length) {
    return { schema, nullable: schema.type === 'null' };
  }
  const [only] = members;
  if (!only || members.length > 1) return { schema: { ...schema, anyOf: members }, nullable: true };
  return {
    schema: schema.description === undefined ? only : { ...only, description: schema.description },
    nullable: true,
  };
}

export function isObject(schema: JsonSchema): boolean {
  return schema.properties !== undefined && Object.keys(schema.properties).length > 0;
}

/** An object that may have no property at all, such as the attributes of a store that declares none. */
export function isEmptyObject(schema: JsonSchema): boolean {
  return schema.properties !== undefined && Object.keys(schema.properties).length === 0;
}

export function isRequired(schema: JsonSchema, property: string): boolean {
  return schema.required?.includes(property) ?? false;
}

/** The items of a page, or undefined where the schema isn't that of a page. */
export function pageItem(schema: JsonSchema): JsonSchema | undefined {
  return schema.properties?.page?.properties?.next ? schema.properties.data?.items : undefined;
}

export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What a thing is called in GraphQL where the contract gives it no title. */
export function nameOf(schema: JsonSchema, place: Place): string {
  return schema.title ?? `${place.owner}${pascalCase(place.property)}`;
}
