import { type GraphQLFieldConfig, GraphQLList, GraphQLNonNull } from 'graphql';
import type { Relation, Resource } from '../../../contract/resource.ts';
import { selection } from '../../../contract/schema/selection.ts';
import type { OperationInput } from '../caller.ts';
import type { RequestScope } from '../request-scope.ts';
import { queryArguments } from './arguments.ts';
import { facts } from './field-facts.ts';
import { type JsonSchema, pageItem } from './json-schema.ts';
import { enumOwner } from './operation-fields.ts';
import type { Fields } from './output-types.ts';
import type { SchemaParts } from './schema-parts.ts';

type RelationField = GraphQLFieldConfig<unknown, RequestScope>;
type Connection = Extract<Relation, { kind: 'connection' }>;
type Reference = Exclude<Relation, { kind: 'connection' }>;

/** What a `many` relation counts in the cost of a query, whose length nobody knows beforehand. */
const usualListSize = 10;

/** The ids in `field` of a document; `related.productId` looks into each entry of the list `related`. */
function idsAt(document: unknown, path: readonly string[]): string[] {
  const [property, ...rest] = path;
  if (property === undefined) return typeof document === 'string' ? [document] : [];
  if (typeof document !== 'object' || document === null) return [];
  const value: unknown = Reflect.get(document, property);
  return Array.isArray(value) ? value.flatMap((entry) => idsAt(entry, rest)) : idsAt(value, rest);
}

function targetOf(parts: SchemaParts, relation: Relation, source: string): Resource {
  const target = parts.contract.resources.get(relation.resource);
  if (!target)
    throw new Error(`${source} leads to the resource ${relation.resource}, which the contract lacks.`);
  return target;
}

/** The part of the selection that the target's own read takes: a category has a locale, but no price. */
function selectionSchema({ contract }: SchemaParts, target: Resource): JsonSchema {
  const reads = [...contract.operations.values()].filter(
    ({ output, effect }) => effect === 'read' && (output as JsonSchema).title === target.name,
  );
  const properties = reads.flatMap(({ input }) => Object.entries((input as JsonSchema).properties ?? {}));
  return { properties: Object.fromEntries(properties.filter(([property]) => property in selection)) };
}

function referenceField(parts: SchemaParts, owner: string, name: string, relation: Reference): RelationField {
  const source = `${owner}.${name}`;
  const target = targetOf(parts, relation, source);
  const type = parts.outputs.objectType(target.schema, { owner, property: name, source });
  const { args, toInput } = queryArguments(selectionSchema(parts, target), parts.inputs, {
    ownerOf: () => target.name,
    source,
  });
  const path = relation.field.split('.');
  const common = { description: relation.description, args };
  if (relation.kind === 'one') {
    return {
      ...common,
      type,
      ...facts({ size: 1 }),
      resolve: (document, given: OperationInput, { loaders }) => {
        const [id] = idsAt(document, path);
        return id === undefined ? null : loaders.resource(target.name, id, toInput(given));
      },
    };
  }
  return {
    ...common,
    type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type))),
    ...facts({ size: usualListSize }),
    resolve: async (document, given: OperationInput, { loaders }) => {
      const chosen = toInput(given);
      const found = await Promise.all(
        idsAt(document, path).map((id) => loaders.resource(target.name, id, chosen)),
      );
      // What was deleted, or what this caller may not see, is left out.
      return found.filter((resource) => resource !== null && resource !== undefined);
    },
  };
}

function connectionField(
  parts: SchemaParts,
  owner: string,
  name: string,
  relation: Connection,
): RelationField {
  const source = `${owner}.${name}`;
  const operation = parts.contract.operation(relation.operation);
  const item = pageItem(operation.output);
  if (!item) throw new Error(`${source} is a connection over ${operation.id}, which answers no page.`);
  const { args, toInput, defaultSize } = queryArguments(operation.input, parts.inputs, {
    ownerOf: enumOwner(operation, operation.graphql?.split(' ')[1] ?? name),
    source,
    without: relation.parameter,
  });
  return {
    type: parts.connections.typeOf(item, { owner, property: name, source }),
    description: relation.description,
    args,
    ...facts({ defaultSize }),
    resolve: (document, given: OperationInput, { loaders }) => {
      const [id] = idsAt(document, ['id']);
      return loaders.page(operation.id, { ...toInput(given), [relation.parameter]: id });
    },
  };
}

/** The relations of a type, if it is that of a resource. */
export function relationFields(parts: SchemaParts, typeName: string): Fields {
  const relations = parts.contract.resources.get(typeName)?.relations ?? {};
  return Object.fromEntries(
    Object.entries(relations).map(([name, relation]) => [
      name,
      relation.kind === 'connection'
        ? connectionField(parts, typeName, name, relation)
        : referenceField(parts, typeName, name, relation),
    ]),
  );
}
