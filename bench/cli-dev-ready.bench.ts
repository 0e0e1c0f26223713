// `hp dev` from start to ready on a store of 1,000 products by bare Node that does nothing, at most 10.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startEmulator } from '../emulator/index.ts';
import { applySeed, configOf, seedNamed, sized } from '../emulator/seeds/index.ts';
import { interleave, median, ratioOf } from './interleave.ts';
import { judge } from './judge.ts';

const run = join(import.meta.dirname, '../bin/run.js');
const project = mkdtempSync(join(tmpdir(), 'hp-bench-'));

/** Milliseconds until the line that says ready; ending it again does not count. */
async function untilReady(): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [run, 'dev', '--json', '--no-storefront', '--port', '0'], {
    cwd: project,
    env: { ...process.env, XDG_STATE_HOME: join(project, 'state') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const took = performance.now() - start;
  if (JSON.parse(String(line)).event !== 'ready') throw new Error(String(line));
  child.kill('SIGTERM');
  await ended;
  return took;
}

async function fill(): Promise<void> {
  const seed = sized(1000);
  const fashion = seedNamed('fashion');
  writeFileSync(join(project, 'headlesspro.config.ts'), fashion.configSource());
  const emulator = await startEmulator({
    directory: project,
    config: configOf(fashion.build()),
    port: 0,
    host: '127.0.0.1',
    seed: 'empty',
  });
  const { refused } = await applySeed(emulator.runtime, emulator.storeId, seed);
  await emulator.close();
  if (refused.length > 0) throw new Error(refused[0]);
}

try {
  await fill();
  const times = await interleave(
    { bare: () => void spawnSync(process.execPath, ['-e', '0']), dev: untilReady },
    11,
  );
  const shown = `bare node ${median(times.bare).toFixed(0)} ms, hp dev ${median(times.dev).toFixed(0)} ms`;
  console.log(`until ready: ${shown}`);
  judge('hp dev to ready with 1,000 products / bare node', ratioOf(times.dev, times.bare), { atMost: 10 });
} finally {
  rmSync(project, { recursive: true, force: true });
}
