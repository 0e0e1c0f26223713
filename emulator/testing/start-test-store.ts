import type { Config } from '../../runtime/config/define-config.ts';
import { parseConfig } from '../../runtime/config/index.ts';
import { startEmulator } from '../emulator.ts';
import { seedNamed } from '../seeds/index.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

export interface TestStoreOptions {
  /** What `defineConfig` takes; the seed's own config unless given. */
  readonly config?: Config;
  /** @default 'empty' */
  readonly seed?: 'fashion' | 'electronics' | 'empty';
}

/** A store that lives as long as a test. */
export interface TestStore {
  /** What an SDK takes as its `url`. */
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  /** Base URLs of the simulated providers: `{ stripe: 'http://127.0.0.1:41234' }`. */
  readonly simulators: Readonly<Record<string, string>>;
  /** Stops it and removes its data. */
  close(): Promise<void>;
}

/**
 * Starts a platform on a free port for itself alone, with a main store instead of a sandbox: for tests of the emulator, and
 * for measuring. Tests of a shop are quicker with `createSandbox`.
 *
 * @example
 * const store = await startTestStore({ seed: 'fashion' });
 * const response = await fetch(`${store.url}/v1/products`, {
 *   headers: { authorization: `Bearer ${store.secretKey}` },
 * });
 * await store.close();
 */
export async function startTestStore(options: TestStoreOptions = {}): Promise<TestStore> {
  const { seed = 'empty' } = options;
  const { config } = parseConfig(options.config ?? seedNamed(seed).build().config);
  const { path: directory, remove } = makeTemporaryFolder();
  try {
    const emulator = await startEmulator({ directory, config, seed, port: 0, host: '127.0.0.1' });
    const { url, secretKey, publishableKey, simulators } = emulator;
    return {
      ...{ url, secretKey, publishableKey, simulators },
      async close() {
        try {
          await emulator.close();
        } finally {
          remove();
        }
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
