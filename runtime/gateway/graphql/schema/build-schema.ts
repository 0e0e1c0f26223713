import { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Contract } from '../../../contract/contract.ts';
import { Connections } from './connections.ts';
import { InputTypes } from './input-types.ts';
import { LeafTypes } from './leaf-types.ts';
import { type OperationField, operationField } from './operation-fields.ts';
import { OutputTypes } from './output-types.ts';
import { relationFields } from './relation-fields.ts';
import { createScalars } from './scalars.ts';
import type { SchemaParts } from './schema-parts.ts';
import { TypeRegistry } from './type-registry.ts';

function rootType(name: string, fields: readonly OperationField[]): GraphQLObjectType {
  const seen = new Set<string>();
  for (const field of fields) {
    if (seen.has(field.name)) throw new Error(`Two operations of the contract are ${name}.${field.name}.`);
    seen.add(field.name);
  }
  return new GraphQLObjectType({
    name,
    fields: Object.fromEntries(fields.map((field) => [field.name, field.config])),
  });
}

/**
 * The GraphQL schema of a contract. Throws where two shapes would share a name, naming both places.
 *
 * The awkward cases: `Weight` is part of an answer and of an input, so the input is `WeightInput`; a page becomes
 * a connection of its items; an object that can hold nothing (attributes of a store without attributes) is left
 * out; values that are no GraphQL names (`-title`, `image/png`) make a String of what else is an enum.
 */
export function buildSchema(contract: Contract): GraphQLSchema {
  const registry = new TypeRegistry();
  const scalars = createScalars();
  const leafs = new LeafTypes(registry, scalars);
  const outputs = new OutputTypes(registry, leafs, (typeName) => relationFields(parts, typeName));
  const inputs = new InputTypes(registry, leafs);
  const connections = new Connections(registry, outputs);
  const parts: SchemaParts = { contract, registry, scalars, outputs, inputs, connections };

  const fields = [...contract.operations.values()].flatMap(
    (operation) => operationField(parts, operation) ?? [],
  );
  const mutations = fields.filter(({ root }) => root === 'mutation');
  return new GraphQLSchema({
    query: rootType(
      'Query',
      fields.filter(({ root }) => root === 'query'),
    ),
    ...(mutations.length > 0 && { mutation: rootType('Mutation', mutations) }),
  });
}
