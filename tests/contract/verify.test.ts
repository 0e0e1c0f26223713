import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyFolder, hp } from '../cli/run-hp.ts';
import { type GivenEmulator, givenEmulator } from '../sandboxes/given-emulator.ts';
import { changingProxy } from './changing-proxy.ts';

let given: GivenEmulator;

beforeAll(async () => {
  given = await givenEmulator('fashion');
});

afterAll(() => given.close());

interface Report {
  readonly operation: string;
  readonly verdict: string;
  readonly findings: readonly {
    readonly check: string;
    readonly expected: string;
    readonly pointer: string;
  }[];
}

/** `hp contract verify`, as it is typed. */
async function verify(url: string, ...flags: readonly string[]) {
  const folder = emptyFolder();
  const { secretKey, publishableKey } = given.emulator;
  const { exitCode, stdout, stderr } = await hp(
    ['contract', 'verify', '--against', url, '--json', '--junit', 'report.xml', ...flags],
    folder,
    { HEADLESSPRO_TARGET_KEY: secretKey, HEADLESSPRO_PUBLISHABLE_KEY: publishableKey },
  );
  const { data } = JSON.parse(stdout || stderr);
  const operations: readonly Report[] = data.operations;
  return {
    ...{ exitCode, counts: data.counts, operations },
    failed: operations.filter(({ verdict }) => verdict === 'failed'),
    junit: readFileSync(join(folder, 'report.xml'), 'utf8'),
  };
}

test('the platform keeps its own contract, also in what it writes, and the store is as it was', async () => {
  const before = await given.ask(given.emulator.secretKey, 'GET /v1/store/revision');
  const { exitCode, counts, failed, junit } = await verify(given.emulator.url, '--write');
  expect(failed).toEqual([]);
  expect(exitCode).toBe(0);
  expect(counts.passed).toBeGreaterThan(90);
  expect(junit).toContain('name="catalog.products.create"');
  const after = await given.ask(given.emulator.secretKey, 'GET /v1/store/revision');
  expect(after.body).toEqual(before.body);
  expect(await given.controls.call('sandboxes.list', {})).toEqual({ sandboxes: [] });
});

test('a server that breaks the contract is told by operation and place; what it lacks is no fault', async () => {
  const url = await changingProxy(given.emulator.url, (route, answer) => {
    if (route === 'GET /v1/inventory/locations' && answer.status === 200)
      answer.text = answer.text.replaceAll(/"name":"[^"]*"/g, '"name":null');
    if (route.startsWith('DELETE /v1/inventory/locations') && answer.status === 401) answer.status = 500;
    if (route === 'GET /v1/openapi.json') {
      const document = JSON.parse(answer.text);
      delete document.paths['/v1/inventory/locations'].post;
      answer.text = JSON.stringify(document);
    }
  });
  const { exitCode, operations, failed, junit } = await verify(url, '--only', 'catalog.locations');
  expect(exitCode).toBe(1);
  expect(failed).toMatchObject([
    {
      operation: 'catalog.locations.list',
      findings: expect.arrayContaining([
        { check: 'answer', expected: 'must be text.', came: 'null', pointer: '/data/0/name' },
      ]),
    },
    {
      operation: 'catalog.locations.delete',
      findings: [{ check: 'no key', expected: '401 unauthenticated' }],
    },
  ]);
  const created = operations.find(({ operation }) => operation === 'catalog.locations.create');
  expect(created?.verdict).toBe('absent');
  expect(junit).toContain('<failure');
});
