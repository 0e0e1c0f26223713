import { GraphQLBoolean, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import type { Page } from '../../../context/service.ts';
import { facts } from './field-facts.ts';
import type { JsonSchema, Place } from './json-schema.ts';
import { nameOf } from './json-schema.ts';
import type { OutputTypes } from './output-types.ts';
import type { TypeRegistry } from './type-registry.ts';

/** Items a page where the schema of `pageSize` names no default. */
export const usualPageSize = 20;

function pageInfoType(registry: TypeRegistry, source: string): GraphQLObjectType {
  return registry.register(
    'PageInfo',
    'type { hasNextPage: Boolean! endCursor: String }',
    source,
    () =>
      new GraphQLObjectType({
        name: 'PageInfo',
        description: 'Where a page ends.',
        fields: {
          hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean), description: 'Whether anything follows.' },
          endCursor: { type: GraphQLString, description: 'Pass it as `after` for the next page.' },
        },
      }),
  );
}

function endOf({ page, cursors }: Page<unknown>) {
  return { hasNextPage: page.next !== null, endCursor: cursors.at(-1) ?? page.next };
}

function edgesOf({ data, cursors }: Page<unknown>) {
  return data.map((node, index) => ({ node, cursor: cursors[index] }));
}

/** A page of the contract as a connection. */
export class Connections {
  readonly #registry: TypeRegistry;
  readonly #outputs: OutputTypes;

  constructor(registry: TypeRegistry, outputs: OutputTypes) {
    this.#registry = registry;
    this.#outputs = outputs;
  }

  typeOf(item: JsonSchema, place: Place): GraphQLObjectType {
    const { source } = place;
    const itemName = nameOf(item, place);
    const node = new GraphQLNonNull(this.#outputs.objectType(item, place));
    const listOf = (type: GraphQLObjectType | GraphQLNonNull<GraphQLObjectType>) =>
      new GraphQLNonNull(new GraphQLList(type instanceof GraphQLNonNull ? type : new GraphQLNonNull(type)));
    const edge = this.#registry.register(
      `${itemName}Edge`,
      `edge of ${itemName}`,
      source,
      () =>
        new GraphQLObjectType({
          name: `${itemName}Edge`,
          fields: {
            node: { type: node },
            cursor: {
              type: new GraphQLNonNull(GraphQLString),
              description: 'Pass it as `after` to continue behind this node.',
            },
          },
        }),
    );
    const name = `${itemName}Connection`;
    return this.#registry.register(
      name,
      `connection of ${itemName}`,
      source,
      () =>
        new GraphQLObjectType<Page<unknown>>({
          name,
          fields: {
            nodes: { type: listOf(node), resolve: ({ data }) => data, ...facts({ size: 'first' }) },
            edges: { type: listOf(edge), resolve: edgesOf, ...facts({ size: 'first' }) },
            pageInfo: {
              type: new GraphQLNonNull(pageInfoType(this.#registry, source)),
              resolve: endOf,
            },
          },
        }),
    );
  }
}
