// Making a sandbox (copy, keys, registration; over HTTP as a test asks for it) by the bare copy of its file: at most 2.
import { constants } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createControlClient } from '../emulator/controls/control-client.ts';
import { startEmulator } from '../emulator/index.ts';
import { seedNamed } from '../emulator/seeds/index.ts';
import { parseConfig } from '../runtime/config/index.ts';
import { interleave, median, ratioOf } from './interleave.ts';
import { judge } from './judge.ts';

const rounds = 15;
const atOnce = 5;
const directory = await mkdtemp(join(tmpdir(), 'headlesspro-bench-'));
const { config } = parseConfig(seedNamed('fashion').build().config);
const emulator = await startEmulator({ directory, config, seed: 'fashion', port: 0, host: '127.0.0.1' });
const controls = createControlClient(emulator);
const several = async (work: () => Promise<unknown>) => {
  for (let count = 0; count < atOnce; count++) await work();
};

try {
  const ids: string[] = [];
  const create = async () => void ids.push((await controls.call('sandboxes.create', {})).id);
  await create();
  const file = join(directory, '.headlesspro', 'sandboxes', ids[0] ?? '', 'store.db');
  let copies = 0;
  const copy = async () => {
    copies += 1;
    await copyFile(file, join(directory, `copy-${copies}.db`), constants.COPYFILE_FICLONE);
  };
  await copy();
  const costs = await interleave({ create: () => several(create), copy: () => several(copy) }, rounds);
  judge('making a sandbox by the bare copy of its file', ratioOf(costs.create, costs.copy), { atMost: 2 });
  const each = (median(costs.create) / atOnce).toFixed(1);
  console.log(`     ${each} ms a sandbox of the seed "fashion", over HTTP`);
} finally {
  await emulator.close();
  await rm(directory, { recursive: true, force: true });
}
