import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { hpCommand, plainEnvironment } from '../cli/run-hp.ts';
import { startPostgres, type TestServer } from '../postgres-server.ts';
import { type GivenPush, givenPush } from '../push/given-push.ts';
import { book } from '../push/local-store.ts';
import { type RecordingProxy, startProxy } from '../push/recording-proxy.ts';
import { type RunningRuntime, startRuntime } from '../push/running-runtime.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(() => server.stop());

/** A store whose requests pass through a proxy, with more books than fit into one request. */
async function given(databaseUrl: string): Promise<GivenPush & { readonly proxy: RecordingProxy }> {
  let proxy: RecordingProxy | undefined;
  const store = await givenPush(databaseUrl, {
    through: async (runtime) => {
      proxy = await startProxy(runtime.url);
      return proxy.url;
    },
  });
  const products = Array.from({ length: 120 }, (_, number) => book(`Book ${number}`, 1000 + number));
  await store.local.call('POST', '/v1/products/upsert', { products });
  if (!proxy) throw new Error('There is no proxy.');
  return { ...store, proxy };
}

async function state(runtime: RunningRuntime) {
  const revision = await runtime.call('GET', '/v1/store/revision');
  const products = await runtime.call('GET', '/v1/products');
  const settings = await runtime.call('GET', '/v1/store');
  return [revision.body, products.body.data, settings.body];
}

test('a push that is killed while it sends leaves the target as it was, and can be made again', async () => {
  const { project, proxy, run, runtime } = await given(await server.createDatabase());
  const before = await state(runtime);
  const child = spawn(process.execPath, [hpCommand, 'push', '--to', proxy.url, '--yes'], {
    cwd: project,
    env: plainEnvironment({ HEADLESSPRO_TARGET_KEY: runtime.secretKey }),
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  let staged = 0;
  proxy.onRequest((request) => {
    if (!request.endsWith('/changes')) return;
    staged += 1;
    if (staged === 3) child.kill('SIGKILL');
  });
  await ended;
  expect(staged).toBe(3);
  expect(await state(runtime)).toEqual(before);
  const again = await run('push', '--to', 'TARGET', '--yes');
  expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('121 changes pushed') });
  expect((await run('diff', '--to', 'TARGET')).exitCode).toBe(0);
});

/** Waits until somebody waits for a lock that this connection holds. */
async function untilBlocked(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query(
      "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' LIMIT 1",
    );
    if (rows.length > 0) return;
  }
}

test('a runtime that is killed while it applies a plan has applied none of it', async () => {
  const databaseUrl = await server.createDatabase();
  const { proxy, run, runtime } = await given(databaseUrl);
  const before = await state(runtime);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  onTestFinished(() => client.end());
  proxy.onRequest(async (request) => {
    if (!request.endsWith('/apply')) return;
    // That the plan is marked as applied comes last: by then all is written, and nothing is committed.
    await client.query('BEGIN; LOCK TABLE plans IN SHARE MODE');
    untilBlocked(client).then(() => runtime.stop('SIGKILL'));
  });
  const push = await run('push', '--to', 'TARGET', '--yes');
  expect(push.exitCode).toBe(69);
  await client.query('ROLLBACK');
  const restarted = await startRuntime({ databaseUrl, args: ['--new-keys'] });
  expect(await state(restarted)).toEqual(before);
});
