import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, hp } from '../cli/run-hp.ts';
import { startPostgres, type TestServer } from '../postgres-server.ts';
import { book, type LocalStore, openLocal } from './local-store.ts';
import { configSource, type RunningRuntime, startRuntime, writeConfig } from './running-runtime.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);

afterAll(() => server.stop());

interface Given {
  readonly project: string;
  readonly runtime: RunningRuntime;
  readonly local: LocalStore;
  push(...args: string[]): ReturnType<typeof hp>;
}

/** A project with its local store running, and a hosted runtime that nobody has pushed to. */
async function given(source = configSource()): Promise<Given> {
  const project = join(emptyFolder(), 'shop');
  mkdirSync(project);
  writeConfig(project, source);
  const [runtime, local] = await Promise.all([
    startRuntime({ databaseUrl: await server.createDatabase() }),
    openLocal(project),
  ]);
  return {
    ...{ project, runtime, local },
    push: (...args) =>
      hp(['push', '--to', runtime.url, ...args], project, { HEADLESSPRO_TARGET_KEY: runtime.secretKey }),
  };
}

describe('a first push', () => {
  test('brings configuration and catalog over, and leaves nothing to push', async () => {
    const { runtime, local, push } = await given();
    const dune = book('Dune', 1900, { attributes: { pages: 412 } });
    expect((await local.call('POST', '/v1/products', dune)).status).toBe(201);
    const first = await push('--yes');
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.stderr).toContain('the store "Books" is set up');
    expect(first.stderr).toContain('1 product created: Dune');
    const product = await runtime.call('GET', `/v1/products/${dune.id}`);
    expect(product.body).toMatchObject({ title: 'Dune', attributes: { pages: 412 } });
    const second = await push('--yes');
    expect(second).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('nothing to push') });
  });
});
