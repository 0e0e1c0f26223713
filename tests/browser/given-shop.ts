import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { generateSdk, writeSdk } from '../../codegen/index.ts';
import { seedNamed } from '../../emulator/seeds/index.ts';
import { startTestStore, type TestStore } from '../../emulator/testing/start-test-store.ts';
import { parseConfig } from '../../runtime/config/index.ts';
import { createContract } from '../../runtime/contract/contract.ts';

const root = resolve(import.meta.dirname, '../..');

export type Seed = 'fashion' | 'electronics' | 'empty';

export interface Shop {
  readonly store: TestStore;
  readonly url: string;
  close(): Promise<void>;
}

/** The template as `hp init` would scaffold it, served by this repository's own Vite: no registry is needed. */
export async function openShop(seed: Seed): Promise<Shop> {
  // One visitor buys all day here: no rule takes that for fraud.
  const config = { ...structuredClone(seedNamed(seed).build().config), fraud: { rules: [] } };
  // A currency without decimals, for which nothing has a price yet.
  const store = await startTestStore({
    seed,
    config: { ...config, currencies: [...(config.currencies ?? []), 'JPY'] },
  });
  const directory = await mkdtemp(join(tmpdir(), 'headlesspro-storefront-'));
  cpSync(join(root, 'templates', 'react'), directory, {
    recursive: true,
    filter: (path) => !/node_modules|dist$/.test(path),
  });
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
  writeSdk(
    join(directory, 'src', 'headlesspro'),
    generateSdk({
      contract: createContract(
        parseConfig({ ...config, currencies: [...(config.currencies ?? []), 'JPY'] }).config,
      ),
      language: 'typescript',
    }),
  );
  writeFileSync(
    join(directory, '.env.local'),
    `VITE_HEADLESSPRO_URL=${store.url}\nVITE_HEADLESSPRO_PUBLISHABLE_KEY=${store.publishableKey}\n`,
  );
  mkdirSync(join(directory, '.cache'));
  const server: ViteDevServer = await createServer({
    root: directory,
    configFile: join(directory, 'vite.config.ts'),
    cacheDir: join(directory, '.cache'),
    // What the browser would find only later is made ready now, so that no page is loaded twice.
    optimizeDeps: { include: ['react', 'react-dom/client', 'react-router', 'react/jsx-dev-runtime'] },
    server: { host: '127.0.0.1', port: 0, fs: { strict: false } },
    logLevel: 'error',
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || address === null) throw new Error('The storefront has no port.');
  return {
    store,
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      await server.close();
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
