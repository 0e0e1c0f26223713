import {
  type GraphQLFieldConfig,
  GraphQLID,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import type { Operation } from '../../../contract/operation.ts';
import { Problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { OperationInput, WriteOptions } from '../caller.ts';
import type { RequestScope } from '../request-scope.ts';
import { argumentPointer, queryArguments } from './arguments.ts';
import { facts } from './field-facts.ts';
import { type JsonSchema, pageItem, pascalCase, withoutNull } from './json-schema.ts';
import type { SchemaParts } from './schema-parts.ts';

export interface OperationField {
  readonly root: 'query' | 'mutation';
  readonly name: string;
  readonly config: GraphQLFieldConfig<unknown, RequestScope>;
}

function sameValues(left: JsonSchema | undefined, right: JsonSchema): boolean {
  return (
    JSON.stringify(left && withoutNull(left).schema.enum) === JSON.stringify(withoutNull(right).schema.enum)
  );
}

/**
 * Enums of an input are those of the answer where the answer has the property with the same values
 * (`ProductStatus`); else they are named after the field (`AdjustInventoryReason`).
 */
export function enumOwner(operation: Operation, name: string) {
  const output: JsonSchema = operation.output;
  const answered = pageItem(output) ?? output;
  return (property: string, value: JsonSchema): string =>
    answered.title && sameValues(answered.properties?.[property], value) ? answered.title : pascalCase(name);
}

function outputType({ outputs, connections, registry }: SchemaParts, operation: Operation, name: string) {
  const output: JsonSchema = operation.output;
  const place = { owner: pascalCase(name), property: 'result', source: operation.id };
  const item = pageItem(output);
  if (item) return connections.typeOf(item, place);
  if (output.type !== 'null') return outputs.typeOf(output, place);
  return registry.register(
    'DeleteResult',
    'type { id: ID! }',
    operation.id,
    () =>
      new GraphQLObjectType({
        name: 'DeleteResult',
        description: 'What was deleted.',
        fields: { id: { type: new GraphQLNonNull(GraphQLID) } },
      }),
  );
}

function descriptionOf({ summary, description }: Operation): string {
  return description ? `${summary}. ${description}` : `${summary}.`;
}

/** Faults are told where they are in the arguments, not in the flat input that REST has. */
function located(error: unknown, pointer: (pointer: string) => string): unknown {
  if (!(error instanceof Problem) || !error.occurrence.errors) return error;
  const errors = error.occurrence.errors.map((fault) => ({ ...fault, pointer: pointer(fault.pointer) }));
  return new Problem(error.definition, { ...error.occurrence, errors });
}

/** The thing a delete names: the last parameter of the path. */
function deletedId(operation: Operation, input: OperationInput): unknown {
  const parameter = [...operation.http.matchAll(/\{(\w+)\}/g)].at(-1)?.[1] ?? 'id';
  return input[parameter];
}

function queryField(parts: SchemaParts, operation: Operation, name: string): OperationField['config'] {
  const { args, toInput, defaultSize } = queryArguments(operation.input, parts.inputs, {
    ownerOf: enumOwner(operation, name),
    source: operation.id,
  });
  return {
    type: outputType(parts, operation, name),
    description: descriptionOf(operation),
    args,
    ...facts({ isOperation: true, defaultSize }),
    resolve: async (_root, given: OperationInput, { caller }) => {
      try {
        return await caller.execute(operation.id, toInput(given));
      } catch (error) {
        throw located(error, argumentPointer);
      }
    },
  };
}

function mutationField(parts: SchemaParts, operation: Operation, name: string): OperationField['config'] {
  const input: JsonSchema = operation.input;
  const inputName = `${pascalCase(name)}Input`;
  // An input type without fields is none.
  const takesInput = Object.keys(input.properties ?? {}).length > 0;
  const inputType = () => parts.inputs.objectType(inputName, input, enumOwner(operation, name), operation.id);
  const isVersioned = operation.errors.some(({ code }) => code === problems.versionConflict.code);
  return {
    type: outputType(parts, operation, name),
    description: descriptionOf(operation),
    args: {
      ...(takesInput && { input: { type: new GraphQLNonNull(inputType()) } }),
      ...(isVersioned && {
        expectedVersion: {
          type: parts.scalars.Long,
          description: 'The version you have read: refused with `version_conflict` where it is no longer so.',
        },
      }),
      idempotencyKey: {
        type: GraphQLString,
        description: 'Makes a retry safe: the same key gets the first answer and writes nothing twice.',
      },
    },
    ...facts({ isOperation: true }),
    resolve: async (
      _root,
      { input: given = {}, ...named }: { input?: OperationInput } & { [Key in keyof WriteOptions]: unknown },
      scope,
    ) => {
      const options: WriteOptions = {
        ...(typeof named.expectedVersion === 'number' && { expectedVersion: named.expectedVersion }),
        ...(typeof named.idempotencyKey === 'string' && { idempotencyKey: named.idempotencyKey }),
      };
      try {
        const output = await scope.caller.execute(operation.id, given, options);
        return operation.status === 204 ? { id: deletedId(operation, given) } : output;
      } catch (error) {
        throw located(error, (pointer) => `/input${pointer}`);
      } finally {
        scope.loaders.clear();
      }
    },
  };
}

/** The field of an operation below Query or Mutation, or undefined where GraphQL doesn't offer it. */
export function operationField(parts: SchemaParts, operation: Operation): OperationField | undefined {
  if (!operation.graphql) return undefined;
  const [root, name = ''] = operation.graphql.split(' ');
  return root === 'mutation'
    ? { root, name, config: mutationField(parts, operation, name) }
    : { root: 'query', name, config: queryField(parts, operation, name) };
}
