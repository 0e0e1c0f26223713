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

test('promotions are pushed without their uses, also to a store that sells meanwhile', async () => {
  const { runtime, local, run } = await givenPush(await server.createDatabase());
  const promotion = { name: 'Spring', kind: 'percentage', percentage: 10, code: 'SPRING', status: 'active' };
  const { body: spring } = await local.call('POST', '/v1/promotions', promotion);
  const use = (side: typeof local | typeof runtime, reference: string) =>
    side.call('POST', `/v1/promotions/${spring.id}/uses`, { reference });
  await use(local, 'a');
  expect((await run('push', '--to', 'TARGET', '--yes')).stderr).toContain('1 promotion created: Spring');
  expect((await use(runtime, 'b')).body).toMatchObject({ total: 1 });
  const revision = async () => (await runtime.call('GET', '/v1/store/revision')).body.revision;
  const before = await revision();
  expect((await runtime.call('POST', '/v1/carts', {})).status).toBe(201);
  await use(runtime, 'c');
  expect(await revision()).toBe(before);
  await local.call('PATCH', `/v1/promotions/${spring.id}`, { percentage: 15 });
  expect((await run('push', '--to', 'TARGET', '--yes')).stderr).toContain('1 promotion changed: Spring');
  const { body: pushed } = await runtime.call('GET', `/v1/promotions/${spring.id}`);
  expect(pushed).toMatchObject({ percentage: 15, code: 'SPRING' });
  expect((await use(runtime, 'd')).body).toMatchObject({ total: 3 });
  await local.call('DELETE', `/v1/promotions/${spring.id}`);
  await run('push', '--to', 'TARGET', '--yes', '--allow-destructive');
  expect((await runtime.call('GET', `/v1/promotions/${spring.id}`)).status).toBe(404);
}, 120_000);
