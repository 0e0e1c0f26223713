import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestServer } from '../postgres-server.ts';
import { givenPush } from './given-push.ts';
import { book } from './local-store.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);

afterAll(() => server.stop());

test('a first push brings configuration and catalog over, and leaves nothing to push', async () => {
  const { runtime, local, run } = await givenPush(await server.createDatabase());
  const dune = book('Dune', 1900, { attributes: { pages: 412 } });
  expect((await local.call('POST', '/v1/products', dune)).status).toBe(201);
  const first = await run('push', '--to', 'TARGET', '--yes');
  expect(first).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('pushed to') });
  expect(first.stderr).toContain('the store "Books" is set up');
  expect(first.stderr).toContain('1 product created: Dune');
  const product = await runtime.call('GET', `/v1/products/${dune.id}`);
  expect(product.body).toMatchObject({ title: 'Dune', attributes: { pages: 412 } });
  const second = await run('push', '--to', 'TARGET', '--yes');
  expect(second).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('nothing to push') });
}, 60_000);
