import type { GraphQLField } from 'graphql';

/** What the limits and the access rules need to know of a field; kept in its `extensions`. */
export interface FieldFacts {
  /** The field runs an operation of the contract. */
  readonly isOperation?: boolean;
  /**
   * How many times what stands below counts; once unless said. `first`: as often as the argument of the connection
   * says. A list inside a document counts once, because its items come with the document.
   */
  readonly size?: number | 'first';
  /** Items a page where `first` is left out. */
  readonly defaultSize?: number;
  /** Only secret keys may ask for it. */
  readonly isSecret?: boolean;
}

export function facts(of: FieldFacts): { readonly extensions: Readonly<Record<string, unknown>> } {
  return { extensions: { facts: of } };
}

export function factsOf(field: GraphQLField<unknown, unknown>): FieldFacts {
  // Only `facts` above writes it.
  return (field.extensions.facts as FieldFacts | undefined) ?? {};
}
