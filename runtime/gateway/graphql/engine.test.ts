import { describe, expect, test } from 'vitest';
import { fashionConfig } from '../../../tests/fixtures/store-config.ts';
import { type Contract, createContract } from '../../contract/contract.ts';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { object } from '../../contract/schema/primitives.ts';
import type { GraphqlCaller } from './caller.ts';
import { createGraphqlEngine, type GraphqlEngineOptions } from './engine.ts';
import type { GraphqlRequest } from './request.ts';
import { statusOf } from './request.ts';

const contract = createContract(fashionConfig);

const shirt = {
  id: 'prod_01J8ZQ6X0V0000000000000001',
  version: 3,
  title: 'Linen shirt',
  status: 'active',
  related: [{ productId: 'prod_01J8ZQ6X0V0000000000000002', kind: 'up_sell' }],
  categoryIds: ['cat_01J8ZQ6X0V0000000000000001', 'cat_01J8ZQ6X0V0000000000000009'],
  attributes: { fabric: 'linen', deposit: { amount: 5_000_000_000, currency: 'EUR' } },
  variants: [
    { id: 'var_01J8ZQ6X0V0000000000000001', sku: 'LINEN-S', cost: { amount: 900, currency: 'EUR' } },
  ],
};

interface Call {
  readonly id: string;
  readonly input: unknown;
  readonly options?: unknown;
}

/** The gateway's side, answering from fixed data and keeping what was asked. */
function createCaller(kind: 'secret' | 'publishable' = 'secret') {
  const calls: Call[] = [];
  const answers: Record<string, (input: Readonly<Record<string, unknown>>) => unknown> = {
    'catalog.products.list': () => ({ data: [shirt], page: { next: 'cursor-1' }, cursors: ['cursor-1'] }),
    'catalog.products.get': ({ productId }) => {
      throw problem(problems.notFound, { detail: `No product has the id "${productId}".` });
    },
    'catalog.products.create': () => {
      throw problem(problems.invalidInput, {
        detail: 'The title is taken.',
        errors: [{ pointer: '/title', message: 'is taken.' }],
        details: { id: shirt.id },
      });
    },
    'catalog.categories.list': () => {
      throw new Error('the disk is on fire');
    },
    'store.settings.get': () => ({ name: 'Fashion test store' }),
  };
  const caller: GraphqlCaller = {
    actor: { kind, id: 'key_1', scopes: [] },
    requestId: 'req_1',
    execute: async (id, input, options) => {
      calls.push({ id, input, options });
      return answers[id]?.(input);
    },
    executeMany: async (id, inputs) => {
      calls.push({ id, input: inputs });
      return inputs.map(() => ({ data: [], page: { next: null }, cursors: [] }));
    },
    load: async (resource, ids, selection) => {
      calls.push({ id: `load ${resource}`, input: ids, options: selection });
      return ids.map((id) =>
        id.endsWith('9') ? undefined : { id, name: `Name of ${id}`, title: `Title of ${id}` },
      );
    },
  };
  return { caller, calls };
}

async function ask(request: GraphqlRequest, options: GraphqlEngineOptions = {}, kind?: 'publishable') {
  const engine = createGraphqlEngine(contract, options);
  const { caller, calls } = createCaller(kind);
  const answer = await engine.execute(request, caller);
  return { answer, calls, error: answer.errors?.[0] };
}

describe('a list', () => {
  const query = `query ($size: Int, $tag: String) {
    products(first: $size, tag: $tag, status: active) {
      nodes { title version }
      edges { cursor node { id } }
      pageInfo { hasNextPage endCursor }
    }
  }`;

  test('is a connection whose page size is "first"', async () => {
    const { answer, calls } = await ask({ query, variables: { size: 3 } });
    expect(answer).toEqual({
      data: {
        products: {
          nodes: [{ title: 'Linen shirt', version: 3 }],
          edges: [{ cursor: 'cursor-1', node: { id: shirt.id } }],
          pageInfo: { hasNextPage: true, endCursor: 'cursor-1' },
        },
      },
    });
    expect(calls).toEqual([
      { id: 'catalog.products.list', input: { pageSize: 3, status: 'active' }, options: undefined },
    ]);
  });

  test('takes a null variable as if it were left out', async () => {
    const { calls } = await ask({ query, variables: { size: 3, tag: null } });
    expect(calls[0]?.input).toEqual({ pageSize: 3, status: 'active' });
  });

  test('answers the same when it is interpreted and when it is compiled', async () => {
    const engine = createGraphqlEngine(contract);
    const { caller } = createCaller();
    const deep = `query ($size: Int, $with: Boolean!) {
      products(first: $size) {
        nodes {
          __typename ...Texts
          attributes { fabric deposit { amount } } variants { sku cost { amount } price { amount } }
          categories(locale: "de") { id name @include(if: $with) }
        }
      }
      product(productId: "prod_01J8ZQ6X0V0000000000000007") { id }
    }
    fragment Texts on Product { heading: title brand }`;
    const once = () => engine.execute({ query: deep, variables: { size: 1, with: true } }, caller);
    const interpreted = await once();
    await once();
    const compiled = await once();
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(JSON.parse(JSON.stringify(interpreted)));
    expect(interpreted.data).toMatchObject({
      products: { nodes: [{ attributes: { deposit: { amount: 5_000_000_000 } }, brand: null }] },
      product: null,
    });
    expect(compiled.errors?.[0]?.extensions.code).toBe('not_found');
  });
});

describe('a relation', () => {
  test('follows ids inside of lists, and is selected by its own arguments', async () => {
    const { answer, calls } = await ask({
      query: '{ products { nodes { relatedProducts(locale: "de", currency: "EUR") { title } } } }',
    });
    expect(answer.data).toEqual({
      products: { nodes: [{ relatedProducts: [{ title: 'Title of prod_01J8ZQ6X0V0000000000000002' }] }] },
    });
    expect(calls.at(-1)).toEqual({
      id: 'load Product',
      input: ['prod_01J8ZQ6X0V0000000000000002'],
      options: { locale: 'de', currency: 'EUR' },
    });
  });

  test('leaves out what is gone', async () => {
    const { answer } = await ask({ query: '{ products { nodes { categories { id } } } }' });
    expect(answer.data).toEqual({
      products: { nodes: [{ categories: [{ id: 'cat_01J8ZQ6X0V0000000000000001' }] }] },
    });
  });

  test('to a list passes the id of its parent', async () => {
    const { calls } = await ask({
      query: '{ products { nodes { variants { inventory(first: 5) { nodes { onHand } } } } } }',
    });
    expect(calls.at(-1)).toEqual({
      id: 'catalog.inventory.listLevels',
      input: [{ pageSize: 5, variantId: 'var_01J8ZQ6X0V0000000000000001' }],
    });
  });
});

describe('a mutation', () => {
  const query = `mutation ($input: CreateProductInput!) {
    createProduct(input: $input, idempotencyKey: "key-1") { id }
  }`;
  const variables = {
    input: {
      productType: 'apparel',
      title: 'Shirt',
      variants: [{ prices: [{ amount: 5e9, currency: 'EUR' }] }],
    },
  };

  test('takes one input, and points at faults inside of it', async () => {
    const { answer, calls, error } = await ask({ query, variables });
    expect(calls[0]).toEqual({
      id: 'catalog.products.create',
      input: variables.input,
      options: { idempotencyKey: 'key-1' },
    });
    expect(answer.data).toEqual({ createProduct: null });
    expect(error).toMatchObject({
      message: 'The title is taken.',
      path: ['createProduct'],
      extensions: {
        code: 'invalid_input',
        status: 422,
        hint: problems.invalidInput.hint,
        errors: [{ pointer: '/input/title', message: 'is taken.' }],
        details: { id: shirt.id },
        requestId: 'req_1',
      },
    });
  });

  test('names the version that was read, where the operation knows versions', async () => {
    const { calls, answer } = await ask({
      query: `mutation { deleteProduct(input: { productId: "${shirt.id}" }, expectedVersion: 4) { id } }`,
    });
    expect(calls[0]?.options).toEqual({ expectedVersion: 4 });
    expect(answer.data).toEqual({ deleteProduct: { id: shirt.id } });
  });

  test('is refused over GET', async () => {
    const { answer, calls, error } = await ask({ query, variables, readOnly: true });
    expect(error?.extensions.code).toBe('method_not_allowed');
    expect(statusOf(answer)).toBe(405);
    expect(calls).toEqual([]);
  });
});

describe('an error', () => {
  test('leaves the other fields their data', async () => {
    const { answer, error } = await ask({
      query: '{ store { name } product(productId: "prod_01J8ZQ6X0V0000000000000007") { title } }',
    });
    expect(answer.data).toEqual({ store: { name: 'Fashion test store' }, product: null });
    expect(error).toMatchObject({ path: ['product'], extensions: { code: 'not_found', status: 404 } });
    expect(statusOf(answer)).toBe(200);
  });

  test('that is ours is reported, and tells the caller nothing but the request id', async () => {
    const reported: unknown[] = [];
    const { error } = await ask(
      { query: '{ categories { nodes { name } } }' },
      { onUnexpectedError: (unexpected, requestId) => reported.push(unexpected, requestId) },
    );
    expect(error).toMatchObject({
      message: problems.internal.title,
      extensions: { code: 'internal', requestId: 'req_1' },
    });
    expect(reported).toEqual([new Error('the disk is on fire'), 'req_1']);
  });

  test.each([
    ['an unknown field', '{ products { nodes { titel } } }', {}, 'Did you mean "title"?'],
    ['an unknown argument', '{ products(statuss: active) { nodes { id } } }', {}, 'Did you mean "status"?'],
    [
      'an unknown enum value',
      '{ products(status: activ) { nodes { id } } }',
      {},
      'Did you mean the enum value "active"?',
    ],
    [
      'a variable of the wrong type',
      'query ($size: Int) { products(first: $size) { nodes { id } } }',
      { size: 'ten' },
      '"$size" got invalid value "ten"',
    ],
    [
      'a field of an input that does not exist',
      'mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { id } }',
      { input: { name: 'x', nmae: 'y' } },
      'Did you mean "name"?',
    ],
    [
      'a date that is none',
      'mutation ($input: UpdateProductInput!) { updateProduct(input: $input) { id } }',
      { input: { productId: shirt.id, attributes: { releasedOn: 'soon' } } },
      'Date must be a date such as "2026-11-23", not "soon"',
    ],
    ['a syntax error', '{ products {', {}, 'Syntax Error'],
    ['no document at all', undefined, {}, 'has no "query"'],
    ['variables that are a list', '{ store { name } }', [], '"variables" must be an object'],
    ['an operation that is not there', 'query A { store { name } }', {}, 'no operation named "B"', 'B'],
  ])('names %s', async (_what, query, variables, words, operationName?: string) => {
    const { answer, error } = await ask({ query, variables, operationName });
    expect(error?.message).toContain(words);
    expect(error?.extensions).toMatchObject({ code: 'invalid_query', status: 400 });
    expect(answer.data).toBeUndefined();
    expect(statusOf(answer)).toBe(400);
  });

  test('tells clients with persisted documents to send the whole', async () => {
    const { error } = await ask({ extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } });
    expect(error?.message).toBe('PersistedQueryNotSupported');
  });
});

describe('a secret field', () => {
  const query = '{ products { nodes { variants { cost { amount } } } } }';

  test('is refused to publishable keys, by name', async () => {
    const { answer, error, calls } = await ask({ query }, {}, 'publishable');
    expect(error).toMatchObject({ extensions: { code: 'forbidden', details: { fields: ['Variant.cost'] } } });
    expect(statusOf(answer)).toBe(403);
    expect(calls).toEqual([]);
  });

  test('is given to secret keys', async () => {
    const { answer } = await ask({ query });
    expect(answer.data).toEqual({ products: { nodes: [{ variants: [{ cost: { amount: 900 } }] }] } });
  });
});

describe('limits', () => {
  const nested = (levels: number) =>
    `{ products { nodes { ${'relatedProducts { '.repeat(levels)}id${' }'.repeat(levels)} } } }`;

  test('a query may be as deep as the limit, and no deeper', async () => {
    expect((await ask({ query: nested(3) }, { limits: { depth: 6, cost: 1e9 } })).error).toBeUndefined();
    const { error, answer } = await ask({ query: nested(4) }, { limits: { depth: 6 } });
    expect(error?.extensions).toMatchObject({ code: 'query_too_deep', details: { depth: 7, limit: 6 } });
    expect(statusOf(answer)).toBe(400);
  });

  test('fragments count where they are spread', async () => {
    const query = `{ products { nodes { ...A } } } fragment A on Product { relatedProducts { ...B } } fragment B on Product { id }`;
    const { error } = await ask({ query }, { limits: { depth: 3 } });
    expect(error?.extensions.details).toEqual({ depth: 4, limit: 3 });
  });

  test('introspection is not too deep', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const { answer } = await ask({ query: getIntrospectionQuery() }, { limits: { depth: 3 } });
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toHaveProperty('__schema');
  });

  test.each([
    [
      'pages multiply what stands below',
      '{ products(first: 20) { nodes { title variants { sku price { amount } } } } }',
      {},
      50 + 1 + 20 * 5,
    ],
    [
      'the page size may be a variable',
      'query ($n: Int) { products(first: $n) { nodes { title } } }',
      { n: 7 },
      50 + 1 + 7,
    ],
    [
      'a variable may have a default',
      'query ($n: Int = 9) { products(first: $n) { nodes { title } } }',
      {},
      50 + 1 + 9,
    ],
    ['pages are of 20 unless said', '{ products { edges { node { title } } } }', {}, 50 + 1 + 20 * 2],
    [
      'pages in pages multiply',
      '{ categories(first: 3) { nodes { products(first: 4) { nodes { id } pageInfo { endCursor } } } } }',
      {},
      50 + 1 + 3 * (1 + 1 + 4 + 2),
    ],
    [
      'relations to many count ten times',
      '{ products(first: 1) { nodes { categories { id } } } }',
      {},
      50 + 1 + 1 + 10,
    ],
    ['each alias is an operation', '{ a: store { name } b: store { name } }', {}, 2 * 51],
  ])('%s', async (_rule, query, variables, cost) => {
    const refused = await ask({ query, variables }, { limits: { cost: cost - 1 } });
    expect(refused.error?.extensions).toMatchObject({
      code: 'query_too_costly',
      details: { cost, limit: cost - 1 },
    });
    expect(refused.calls).toEqual([]);
    const allowed = await ask({ query, variables }, { limits: { cost } });
    expect(allowed.error?.extensions.code).not.toBe('query_too_costly');
  });

  test('fragments that spread fragments are measured in no time, however often they are asked for', async () => {
    const fragments = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on Product { ...F${index + 1} ...F${index + 1} }`,
    );
    const query = `{ products { nodes { ...F0 } } } ${fragments.join(' ')} fragment F60 on Product { id }`;
    const engine = createGraphqlEngine(contract);
    const { caller } = createCaller();
    for (const _attempt of [1, 2, 3]) {
      const answer = await engine.execute({ query }, caller);
      expect(answer.errors?.[0]?.extensions.code).toBe('query_too_costly');
    }
  });

  test('a document may have so many bytes and no more', async () => {
    const { answer, error } = await ask({ query: '{ store { name } }' }, { limits: { documentBytes: 10 } });
    expect(error?.extensions).toMatchObject({ code: 'request_too_large', details: { bytes: 18, limit: 10 } });
    expect(statusOf(answer)).toBe(413);
  });

  test('a document that repeats itself without end is refused', async () => {
    const { error } = await ask({ query: `{ store { ${'name '.repeat(3_900)} } }` });
    expect(error?.message).toContain('repeats fields');
  });
});

describe('the schema', () => {
  test('refuses two shapes under one name, and says where they are', () => {
    const original = contract.operation('store.settings.get');
    const clashing: Contract = {
      ...contract,
      operations: new Map([
        ...contract.operations,
        ['store.settings.get', { ...original, output: object('Category', { name: original.output }) }],
      ]),
    };
    expect(() => createGraphqlEngine(clashing)).toThrow(/"Category" would have two shapes/);
    expect(() => createGraphqlEngine(clashing)).toThrow(/store\.settings\.get[\s\S]*catalog\./);
  });

  test('follows the attributes of the store', () => {
    const plain = createGraphqlEngine(createContract({ ...fashionConfig, productTypes: [] }));
    const custom = createGraphqlEngine(contract);
    expect(plain.sdl).not.toContain('ProductAttributes');
    expect(custom.sdl).toContain('fabric: ProductAttributesFabric');
    expect(custom.sdl).toContain('deposit: Money');
  });
});
