import Type from 'typebox';
import type { Operation } from '../../runtime/contract/operation.ts';
import { refused } from '../cli-error.ts';
import { nearestName } from '../nearest-name.ts';
import { type Connection, mustBeLocal } from './connect-store.ts';
import { searchOperations } from './search-operations.ts';
import { defineTool } from './tool.ts';

const operation = Type.String({ description: 'Its id, by search_operations: catalog.products.list' });
const given = Type.Object(
  {
    operation,
    input: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'As describe_operation says: path, query and body together, flat.',
      }),
    ),
  },
  { additionalProperties: false },
);

function operationOf({ contract }: Connection, id: string): Operation {
  const found = contract.operations.get(id);
  if (found) return found;
  const nearest = nearestName(id, [...contract.operations.keys()]);
  throw refused('unknown_operation', `There is no operation ${id}.`, {
    fix: nearest ? `Did you mean ${nearest}?` : 'Find it with search_operations.',
  });
}

/** Lists are short unless more is asked for: what an assistant reads, it carries along. */
const fewItems = 10;

function call(connection: Connection, found: Operation, input: Readonly<Record<string, unknown>> = {}) {
  if (found.upload || found.download) {
    throw refused('not_json', `${found.id} sends a file, which is not JSON.`, {
      fix: `Call it over HTTP: ${found.http}.`,
    });
  }
  const isList = found.effect === 'read' && 'pageSize' in found.input.properties;
  return connection.client.execute(found, isList ? { pageSize: fewItems, ...input } : input);
}

export const operationTools = [
  defineTool({
    name: 'search_operations',
    title: 'Find operations',
    description:
      "Finds operations of the store's API by words: products, carts, orders, refunds, stock, webhook deliveries …",
    changes: 'nothing',
    input: Type.Object({ words: Type.String({ description: 'What it is about: "refund order"' }) }),
    run: async ({ words }, context) =>
      searchOperations([...(await context.connect()).contract.operations.values()], words),
  }),
  defineTool({
    name: 'describe_operation',
    title: 'Describe an operation',
    description: 'The JSON Schema of its input, its scopes, its errors with what to do, and an example.',
    changes: 'nothing',
    input: Type.Object({
      operation,
      output: Type.Optional(
        Type.Boolean({ description: 'Also the schema of its answer, which may be long.' }),
      ),
    }),
    async run({ operation: id, output }, context) {
      const found = operationOf(await context.connect(), id);
      const { summary, description, http, effect, scopes, input, errors, example } = found;
      return {
        ...{ id, summary, description, http, effect, scopes, input, example },
        errors: errors.map(({ code, status, title, hint }) => ({ code, status, title, hint })),
        ...(output ? { output: found.output } : {}),
      };
    },
  }),
  defineTool({
    name: 'read_operation',
    title: 'Read from the store',
    description: `Calls an operation that only reads. Lists answer ${fewItems} items unless pageSize says otherwise; go on with page.next as after.`,
    changes: 'nothing',
    input: given,
    async run({ operation: id, input }, context) {
      const connection = await context.connect();
      const found = operationOf(connection, id);
      if (found.effect === 'read') return call(connection, found, input);
      throw refused('not_a_read', `${id} changes the store.`, { fix: 'Use call_operation.' });
    },
  }),
  defineTool({
    name: 'call_operation',
    title: 'Read from or change the store',
    description:
      'Calls any operation of the local store, those that change or delete included. Amounts are minor units.',
    changes: 'destroys',
    input: given,
    async run({ operation: id, input }, context) {
      const connection = await context.connect();
      const found = operationOf(connection, id);
      if (found.effect !== 'read') mustBeLocal(connection, id);
      return call(connection, found, input);
    },
  }),
];
