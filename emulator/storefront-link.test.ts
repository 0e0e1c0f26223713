import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '../runtime/config/index.ts';
import { startEmulator } from './emulator.ts';

test('mails link to the storefront that runs beside the emulator, as soon as it does', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'headlesspro-storefront-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const { config } = parseConfig({ name: 'Shop' });
  const emulator = await startEmulator({ directory, config, seed: 'empty', port: 0, host: '127.0.0.1' });
  onTestFinished(() => emulator.close());
  const preview = async () => {
    const answer = await fetch(`${emulator.url}/v1/mail/previews`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'order_placed' }),
    });
    return ((await answer.json()) as { text: string }).text;
  };
  expect(await preview()).not.toContain('View your order');
  emulator.setStorefront('http://127.0.0.1:5173');
  expect(await preview()).toContain('http://127.0.0.1:5173');
});
