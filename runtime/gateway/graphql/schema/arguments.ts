import { type GraphQLFieldConfigArgumentMap, GraphQLInt } from 'graphql';
import type { OperationInput } from '../caller.ts';
import { usualPageSize } from './connections.ts';
import type { InputTypes } from './input-types.ts';
import { type JsonSchema, withoutNull } from './json-schema.ts';

/** What connections call the property `pageSize`. */
const argumentNames: Readonly<Record<string, string>> = { pageSize: 'first' };

export interface QueryArguments {
  readonly args: GraphQLFieldConfigArgumentMap;
  /** The operation's input, from the arguments of one use of the field. */
  readonly toInput: (given: OperationInput) => Record<string, unknown>;
  readonly defaultSize: number;
}

/** Flat arguments for the properties of a query's input. */
export function queryArguments(
  input: JsonSchema,
  inputs: InputTypes,
  options: {
    readonly ownerOf: (property: string, value: JsonSchema) => string;
    readonly source: string;
    /** A property that the field fills in by itself. */
    readonly without?: string;
  },
): QueryArguments {
  const args: GraphQLFieldConfigArgumentMap = {};
  const properties: { readonly argument: string; readonly property: string; readonly nullable: boolean }[] =
    [];
  const isList = 'pageSize' in (input.properties ?? {});
  let defaultSize = usualPageSize;
  for (const [property, declared] of Object.entries(input.properties ?? {})) {
    if (property === options.without) continue;
    const argument = argumentNames[property] ?? property;
    const field = inputs.field(input, property, declared, {
      owner: options.ownerOf(property, declared),
      property,
      source: `${options.source}, argument ${argument}`,
    });
    if (!field) continue;
    args[argument] = field;
    if (property === 'pageSize') {
      if (typeof declared.default === 'number') defaultSize = declared.default;
      args[argument] = { ...field, type: GraphQLInt, defaultValue: defaultSize };
    }
    if (property === 'after' && isList) {
      args[argument] = { ...field, description: 'Cursor: `pageInfo.endCursor` of the page before.' };
    }
    properties.push({ argument, property, nullable: withoutNull(declared).nullable });
  }
  return {
    args,
    defaultSize,
    toInput: (given) => {
      const operationInput: Record<string, unknown> = {};
      for (const { argument, property, nullable } of properties) {
        const value = given[argument];
        // Clients send null for a variable they leave empty; where null means nothing, it is as if left out.
        if (value === undefined || (value === null && !nullable)) continue;
        operationInput[property] = value;
      }
      return operationInput;
    },
  };
}

/** Where a fault of the input lies in the arguments: `/pageSize` is `/first`. */
export function argumentPointer(pointer: string): string {
  const [, property = '', ...rest] = pointer.split('/');
  return ['', argumentNames[property] ?? property, ...rest].join('/');
}
