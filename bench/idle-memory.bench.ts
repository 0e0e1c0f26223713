// Resident memory of the idle emulator (`hp dev --no-storefront`, demo store) by that of bare Fastify: at most 2.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as settle } from 'node:timers/promises';
import { seedNamed } from '../emulator/seeds/index.ts';
import { ratioOf } from './interleave.ts';
import { judge } from './judge.ts';
import { root } from './root.ts';

const settleMilliseconds = 10_000;
const rounds = 3;
const bareFastify =
  "import('fastify').then(({ default: f }) => f().listen({ port: 0, host: '127.0.0.1' })).then(console.log)";

/** Kilobytes, as Linux counts them. */
function residentMemory(pid: number | undefined): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

/** Hundredths of a second of processor time since the start. */
function ticks(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

async function idle(args: readonly string[], cwd: string): Promise<{ memory: number; processor: number }> {
  const env = { ...process.env, XDG_STATE_HOME: join(project, 'state') };
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  if (child.stdout) await once(createInterface({ input: child.stdout }), 'line');
  await settle(settleMilliseconds);
  const before = ticks(child.pid);
  await settle(settleMilliseconds);
  const used = { memory: residentMemory(child.pid), processor: ticks(child.pid) - before };
  child.kill('SIGTERM');
  await ended;
  return used;
}

const project = mkdtempSync(join(tmpdir(), 'hp-bench-'));
writeFileSync(join(project, 'headlesspro.config.ts'), seedNamed('fashion').configSource());
const dev = [join(root, 'bin/run.js'), 'dev', '--json', '--no-storefront', '--port', '0'];
try {
  const memory: Record<'bare' | 'ours', number[]> = { bare: [], ours: [] };
  for (let round = 0; round <= rounds; round++) {
    const [bare, ours] = await Promise.all([idle(['-e', bareFastify], root), idle(dev, project)]);
    // The first start fills the store and holds on to more; it is shown, and not counted.
    if (round > 0) memory.bare.push(bare.memory);
    if (round > 0) memory.ours.push(ours.memory);
    console.log(
      `bare Fastify ${(bare.memory / 1024).toFixed(0)} MB, hp dev ${(ours.memory / 1024).toFixed(0)} MB and ` +
        `${((ours.processor / settleMilliseconds) * 1000).toFixed(1)} % of a processor`,
    );
  }
  judge('memory of the idle emulator / bare Fastify', ratioOf(memory.ours, memory.bare), { atMost: 2 });
} finally {
  rmSync(project, { recursive: true, force: true });
}
