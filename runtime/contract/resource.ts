import type { TObject } from 'typebox';

/**
 * How a resource leads to another in GraphQL. Both kinds are resolved in batches: all ids that one level of a
 * query asks for are loaded in a single store read.
 */
export type Relation =
  | {
      /** The document holds the other's id (`one`) or ids (`many`) in `field`. */
      readonly kind: 'one' | 'many';
      readonly resource: string;
      readonly field: string;
      readonly description: string;
    }
  | {
      /** A list operation, with this resource's id passed as its input property `parameter`. */
      readonly kind: 'connection';
      readonly resource: string;
      readonly operation: string;
      readonly parameter: string;
      readonly description: string;
    };

export interface Resource {
  /** PascalCase, singular: the GraphQL type, the OpenAPI component and the SDK type. Equals `schema.title`. */
  readonly name: string;
  readonly schema: TObject;
  readonly relations: Readonly<Record<string, Relation>>;
}

export function resource(definition: Resource): Resource {
  return definition;
}
