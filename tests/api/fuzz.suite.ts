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

const rounds = 25;

export function fuzzSuite(openEngine: OpenEngine): void {
  describe('whatever is sent', () => {
    test('no operation breaks on an input that is wrong, and none tells of its insides', async () => {
      const api = await givenApi(openEngine);
      await api.ask('POST /v1/products', { body: product({ id: 'prod_00000000000000000000000000' }) });
      const operations = [...createContract(fashionConfig).operations.values()];
      const seen = new Set<number>();
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
      // Both sides of the door were met.
      expect([...seen]).toEqual(expect.arrayContaining([200, 201, 404, 422]));
      expect(api.faults).toEqual([]);
      await api.close();
    }, 120_000);
  });
}
