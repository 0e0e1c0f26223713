import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Compile } from 'typebox/compile';
import { describe, expect, test } from 'vitest';
import { type ApiDocument, referencePage } from '../../emulator/reference/reference-page.ts';
import type { StoreConfig } from '../../runtime/config/store-config.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import { permissionTable } from '../../runtime/gateway/documents/catalogues.ts';
import { openApiDocument } from '../../runtime/gateway/documents/openapi.ts';
import { attribute, fashionConfig } from '../fixtures/store-config.ts';
import type { Body } from './given-api.ts';

const types = ['text', 'localizedText', 'number', 'boolean', 'enum', 'date', 'money', 'reference'] as const;

/** Every type of attribute, alone and as a list, of products and of variants; with names that JSON Schema has too. */
const everyAttribute = Object.fromEntries(
  types.flatMap((type) =>
    [false, true].flatMap((list) =>
      (['product', 'variant'] as const).map((level) => [
        `${level}${type[0]?.toUpperCase()}${type.slice(1)}${list ? 's' : ''}`,
        attribute(type, `${type} of the ${level}`, {
          ...{ list, level, values: type === 'enum' ? ['one', 'two'] : [] },
          to: type === 'reference' ? 'product' : null,
        }),
      ]),
    ),
  ),
);

const configs: Readonly<Record<string, StoreConfig>> = {
  'a bare store': {
    ...fashionConfig,
    customerGroups: [],
    productTypes: [{ key: 'simple', name: 'S', attributes: {} }],
  },
  'a store with attributes': fashionConfig,
  'a store with attributes of every type': {
    ...fashionConfig,
    productTypes: [
      {
        key: 'everything',
        name: 'Everything',
        attributes: {
          ...everyAttribute,
          title: attribute('text', 'Title'),
          description: attribute('text', 'Description'),
          default: attribute('money', 'Default'),
          enum: attribute('number', 'Enum'),
        },
      },
    ],
  },
};

describe.each(Object.entries(configs))('the OpenAPI document of %s', (_name, config) => {
  const contract = createContract(config);
  const document: Body = JSON.parse(JSON.stringify(openApiDocument(contract, config.name)));

  test('is valid OpenAPI 3.1', async () => {
    expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
    expect(document.openapi).toBe('3.1.0');
  });

  test('leads nowhere that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/(\w+)"/g)];
    const broken = references.filter(
      ([, kind = '', name = '']) => document.components[kind][name] === undefined,
    );
    expect(broken).toEqual([]);
  });

  test('has every property of every resource, whatever its name', () => {
    for (const { name, schema } of contract.resources.values()) {
      const shown = Object.keys(document.components.schemas[name]?.properties ?? schema.properties);
      expect(shown).toEqual(Object.keys(schema.properties));
    }
    const attributes = config.productTypes.flatMap((type) =>
      Object.entries(type.attributes).filter(([, { level }]) => level === 'product'),
    );
    const shown = document.components.schemas.ProductAttributes?.properties ?? {};
    expect(Object.keys(shown).sort()).toEqual([...new Set(attributes.map(([name]) => name))].sort());
  });

  test('has every operation with its scopes, as the permission table has them', () => {
    const shown = Object.entries<Body>(document.paths).flatMap(([path, methods]) =>
      Object.entries<Body>(methods).map(([method, operation]) => ({
        operation: operation.operationId,
        http: `${method.toUpperCase()} ${path}`,
        scopes: operation['x-scopes'],
      })),
    );
    const table = permissionTable(contract).operations.map(({ publishable: _, ...row }) => row);
    expect(shown).toHaveLength(contract.operations.size);
    expect(shown).toEqual(expect.arrayContaining(table));
    for (const { operation, scopes } of shown) expect(scopes.length, operation).toBeGreaterThan(0);
  });
});

test('the reference pages have every operation with its scopes', () => {
  const contract = createContract(fashionConfig);
  const page = referencePage(openApiDocument(contract, 'Shop') as unknown as ApiDocument); // as it is read over HTTP
  const written = readFileSync(join(import.meta.dirname, '../../docs/reference/operations.md'), 'utf8').split(
    '\n',
  );
  for (const { id, scopes, http } of contract.operations.values()) {
    const [, article = ''] = page.split(`<article id="${id}">`);
    const [own = ''] = article.split('</article>');
    const row = written.find((line) => line.startsWith(`| \`${id}\` |`));
    expect(row, id).toContain(http);
    for (const scope of scopes) {
      expect(own, id).toContain(`<code>${scope}</code>`);
      expect(row, id).toContain(`\`${scope}\``);
    }
  }
});

test('every example of the contract is an input that its operation takes', () => {
  const examples = [...createContract(fashionConfig).operations.values()].filter(({ example }) => example);
  expect(examples.length).toBeGreaterThan(5);
  for (const { id, input, example } of examples) {
    const errors = Compile({ ...input, additionalProperties: false } as never).Errors(example);
    expect(errors, id).toEqual([]);
  }
});
