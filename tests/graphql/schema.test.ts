import { buildSchema, validateSchema } from 'graphql';
import { expect, test } from 'vitest';
import { createContract } from '../../runtime/contract/contract.ts';
import { createGraphqlEngine } from '../../runtime/gateway/graphql/index.ts';
import { fashionConfig } from '../fixtures/store-config.ts';

const { sdl } = createGraphqlEngine(createContract(fashionConfig));

test('the GraphQL schema is the one in schema.graphql (npx vitest run tests/graphql -u writes it)', async () => {
  await expect(sdl).toMatchFileSnapshot('./schema.graphql');
});

test('the schema can be read by other GraphQL tools', () => {
  const schema = buildSchema(sdl);
  expect(validateSchema(schema)).toEqual([]);
  expect(schema.getQueryType()?.getFields()).toHaveProperty('products');
});
