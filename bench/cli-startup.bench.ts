// How long `hp --version` and `hp --help` take, as ratios to bare Node that does nothing. Build first.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { interleave } from './interleave.ts';

const run = join(import.meta.dirname, '../bin/run.js');

function node(...args: string[]): void {
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}.`);
}

const times = await interleave(
  { bare: () => node('-e', '0'), version: () => node(run, '--version'), help: () => node(run, '--help') },
  41,
);
const ratios = {
  'hp --version': { ratio: times.version / times.bare, atMost: 1.5 },
  'hp --help': { ratio: times.help / times.bare, atMost: 2 },
};
console.log(`bare node ${times.bare.toFixed(1)} ms`);
for (const [name, { ratio, atMost }] of Object.entries(ratios)) {
  console.log(`${name} / bare node: ${ratio.toFixed(2)} (at most ${atMost})`);
  if (ratio > atMost) process.exitCode = 1;
}
