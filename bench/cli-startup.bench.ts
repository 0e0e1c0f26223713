// `hp --version` (at most 1.5) and `hp --help` (at most 2) by bare Node that does nothing.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { interleave, median, ratioOf } from './interleave.ts';
import { judge } from './judge.ts';

const run = join(import.meta.dirname, '../bin/run.js');

function node(...args: string[]): void {
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}.`);
}

const times = await interleave(
  { bare: () => node('-e', '0'), version: () => node(run, '--version'), help: () => node(run, '--help') },
  41,
);
console.log(`bare node ${median(times.bare).toFixed(1)} ms`);
judge('hp --version / bare node', ratioOf(times.version, times.bare), { atMost: 1.5 });
judge('hp --help / bare node', ratioOf(times.help, times.bare), { atMost: 2 });
