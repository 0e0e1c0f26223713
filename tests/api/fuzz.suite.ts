import { describe, expect, test } from 'vitest';
import { createContract } from '../../runtime/contract/contract.ts';
import type { Operation } from '../../runtime/contract/operation.ts';
import { fashionConfig } from '../fixtures/store-config.ts';
import { type GivenApi, givenApi, type OpenEngine, product } from './given-api.ts';

/** The same texts and numbers in every run (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const strange: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '💥',
    '..',
    '%',
    "'; DROP TABLE--",
  ],
  ...['2026-02-30', '9999-99-99T99:99:99Z', 'prod_00000000000000000000000000', 'x'.repeat(5000)],
  ...[[], {}, [[]], [null], { amount: 'x' }, { '': 1 }, [{ constructor: 1 }], Array(50).fill('a')],
];

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
}

/** A value that is nearly one of the schema: strange in one place in five. */
function nearly(schema: Schema, random: (below: number) => number, depth = 0): unknown {
  if (random(5) === 0) return strange[random(strange.length)];
  if (schema.anyOf) return nearly(schema.anyOf[random(schema.anyOf.length)] ?? {}, random, depth);
  if (schema.enum) return schema.enum[random(schema.enum.length)];
  const id = /^\^([a-z]+)_\[0-9A/.exec(schema.pattern ?? '')?.[1];
  if (id) return `${id}_0000000000000000000000000${random(10)}`;
  switch (schema.type) {
    case 'object': {
      const given = Object.entries(schema.properties ?? {}).filter(() => random(depth > 3 ? 4 : 2) === 0);
      return Object.fromEntries(given.map(([name, inner]) => [name, nearly(inner, random, depth + 1)]));
    }
    case 'array':
      return Array.from({ length: random(3) }, () => nearly(schema.items ?? {}, random, depth + 1));
    case 'integer':
      return random(1000);
    case 'number':
      return random(1000) / 8;
    case 'boolean':
      return random(2) === 0;
    default:
      return ['EUR', 'DE', 'web', 'en', 'title', `text-${random(9)}`][random(6)];
  }
}

function asText(value: unknown): string {
  return encodeURIComponent(typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value));
}

async function call(api: GivenApi, operation: Operation, random: (below: number) => number) {
  const [method = 'GET', path = ''] = operation.http.split(' ');
  const schema = operation.input as unknown as Schema; // JSON Schema as plain data
  const input = Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(() => random(3) > 0)
      .map(([name, inner]) => [name, nearly(inner, random)]),
  );
  const route = path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = input[name] ?? nearly(schema.properties?.[name] ?? {}, random);
    delete input[name];
    return asText(value) || 'x';
  });
  if (operation.upload) {
    const query = Object.entries(input).map(([name, value]) => `${asText(name)}=${asText(value)}`);
    const headers = {
      'content-type': operation.upload.contentTypes[random(operation.upload.contentTypes.length)] ?? '',
    };
    return api.ask(`${method} ${route}?${query.join('&')}`, {
      body: Buffer.from(asText(strange[random(20)])),
      headers,
    });
  }
  if (method === 'GET' || method === 'DELETE') {
    const query = Object.entries(input).map(([name, value]) => `${asText(name)}=${asText(value)}`);
    return api.ask(`${method} ${route}?${query.join('&')}`);
  }
  return api.ask(`${method} ${route}`, { body: input });
}

/** The same as a field of GraphQL; most of it is refused by the types, the rest goes the way of REST. */
async function callGraphql(api: GivenApi, operation: Operation, random: (below: number) => number) {
  const [root, name = ''] = operation.graphql?.split(' ') ?? [];
  const schema = operation.input as unknown as Schema; // as above
  const given = Object.entries(schema.properties ?? {}).filter(() => random(3) > 0);
  const literal = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const fields = Object.entries(value).filter(([field]) => /^[a-z]\w*$/i.test(field));
    return `{${fields.map(([field, inner]) => `${field}: ${literal(inner)}`).join(', ')}}`;
  };
  const values = given.map(([field, inner]) => `${field}: ${literal(nearly(inner, random))}`).join(', ');
  const input = root === 'mutation' ? `(input: {${values}})` : values && `(${values})`;
  return api.graphql(`${root} { ${name}${input} { __typename } }`);
}

const rounds = 25;

export function fuzzSuite(openEngine: OpenEngine): void {
  describe('whatever is sent', () => {
    test('no operation breaks on an input that is wrong, and none tells of its insides', async () => {
      const api = await givenApi(openEngine);
      await api.ask('POST /v1/products', { body: product({ id: 'prod_00000000000000000000000000' }) });
      const operations = [...createContract(fashionConfig).operations.values()];
      const seen = new Set<number>();
      const codes = new Set<string>();
      for (const [place, operation] of operations.entries()) {
        const random = randomNumbers(place + 1);
        for (let round = 0; round < rounds; round += 1) {
          const { status, text } = await call(api, operation, random);
          seen.add(status);
          expect(
            status,
            `${operation.id}, round ${round}: ${text} ${JSON.stringify(api.faults)}`,
          ).toBeLessThan(500);
          expect(text).not.toMatch(/node_modules|\.ts:\d|SQLITE|SELECT |at async/);
        }
      }
      for (const [place, operation] of operations.filter(({ graphql }) => graphql).entries()) {
        const random = randomNumbers(1000 + place);
        for (let round = 0; round < rounds; round += 1) {
          const { status, text, body } = await callGraphql(api, operation, random);
          const told = () => `${operation.id}, round ${round}: ${text} ${JSON.stringify(api.faults)}`;
          expect(status, told()).toBeLessThan(500);
          if (body.data) codes.add('data');
          for (const { extensions } of body.errors ?? []) {
            codes.add(extensions.code);
            expect(extensions.status, told()).toBeLessThan(500);
          }
        }
      }
      // Both sides of the door were met.
      expect([...seen]).toEqual(expect.arrayContaining([200, 201, 404, 422]));
      expect([...codes]).toEqual(
        expect.arrayContaining(['data', 'invalid_query', 'invalid_input', 'not_found']),
      );
      expect(api.faults).toEqual([]);
      await api.close();
    }, 120_000);
  });
}
