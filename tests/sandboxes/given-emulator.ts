import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createControlClient } from '../../emulator/controls/control-client.ts';
import { type Emulator, startEmulator } from '../../emulator/index.ts';
import { seedNamed } from '../../emulator/seeds/index.ts';
import { type Config, parseConfig } from '../../runtime/config/index.ts';

/** An emulator on a free port, with a project's folder of its own. */
export async function givenEmulator(seed: 'fashion' | 'electronics' | 'empty' = 'empty', config?: Config) {
  const directory = await mkdtemp(join(tmpdir(), 'headlesspro-sandboxes-'));
  const parsed = parseConfig(config ?? seedNamed(seed).build().config).config;
  const start = () => startEmulator({ directory, config: parsed, seed, port: 0, host: '127.0.0.1' });
  let emulator: Emulator = await start();
  return {
    directory,
    get emulator() {
      return emulator;
    },
    get controls() {
      return createControlClient(emulator);
    },
    /** Asks the platform as whoever has a key. */
    async ask(key: string, route: string, body?: object) {
      const [method = 'GET', path = '/'] = route.split(' ');
      const response = await fetch(`${emulator.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      // biome-ignore lint/suspicious/noExplicitAny: bodies of answers are asserted on, field by field
      return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as any };
    },
    /** The emulator ends, and another one starts in the same folder. */
    async restart() {
      await emulator.close();
      emulator = await start();
    },
    async close() {
      await emulator.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export type GivenEmulator = Awaited<ReturnType<typeof givenEmulator>>;
