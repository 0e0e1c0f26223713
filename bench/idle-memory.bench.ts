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

/** The first start of a project fills its store. */
async function idleAfterFirstStart(): Promise<{ memory: number; processor: number }> {
  rmSync(join(project, '.headlesspro'), { recursive: true, force: true });
  return idle(dev, project);
}

try {
  const memory: Record<'bare' | 'first' | 'later', number[]> = { bare: [], first: [], later: [] };
  for (let round = 0; round < rounds; round++) {
    const [bare, first] = await Promise.all([idle(['-e', bareFastify], root), idleAfterFirstStart()]);
    const later = await idle(dev, project);
    memory.bare.push(bare.memory);
    memory.first.push(first.memory);
    memory.later.push(later.memory);
    const megabytes = [bare, first, later].map((each) => (each.memory / 1024).toFixed(0)).join(', ');
    const processor = ((later.processor / settleMilliseconds) * 1000).toFixed(1);
    console.log(`MB bare, first start, later start: ${megabytes}; ${processor} % of a processor`);
  }
  const what = 'memory of the idle emulator / bare Fastify';
  judge(`${what}, store filled by this start`, ratioOf(memory.first, memory.bare), { atMost: 2 });
  judge(`${what}, store filled before`, ratioOf(memory.later, memory.bare), { atMost: 2 });
} finally {
  rmSync(project, { recursive: true, force: true });
}
