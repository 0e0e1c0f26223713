#!/usr/bin/env node
// The entry point of `hp`. The commonest questions are answered from text that the build wrote, before anything
// else is loaded: see scripts/build.
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const dist = new URL('../dist/', import.meta.url);
const args = process.argv.slice(2);

function readyAnswer() {
  if (args.length > 1) return undefined;
  const [word = '--help'] = args;
  if (word === '--version' || word === '-v') return 'version.txt';
  if (word !== '--help' && word !== '-h' && word !== 'help') return undefined;
  const { NO_COLOR, FORCE_COLOR, CI, TERM } = process.env;
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  const isColourful = FORCE_COLOR === undefined ? process.stdout.isTTY && !CI && TERM !== 'dumb' : isForced;
  return isColourful && !NO_COLOR ? 'help.ansi.txt' : 'help.txt';
}

const answer = readyAnswer();
if (!existsSync(new URL('main.js', dist))) {
  // A checkout that was never built runs from source.
  await import('./dev.js');
} else if (answer) {
  process.stdout.write(readFileSync(new URL(answer, dist), 'utf8'));
} else {
  // V8's young generation grows with the burst of a start, and never shrinks again in a process that then idles.
  // `hp dev` lets it grow once it has started.
  if (args[0] === 'dev') setFlagsFromString('--semi-space-growth-factor=1');
  // V8 moves what it takes for long-lived to its old generation at once. In a server it is wrong for good when a
  // collection falls into one of the first requests, and every answer is then kept until a full collection.
  if (args[0] === 'dev' || args[0] === 'runtime') setFlagsFromString('--no-allocation-site-pretenuring');
  // Node 22.1 and newer keep compiled code between runs.
  module.enableCompileCache?.();
  const { main } = await import('../dist/main.js');
  await main(args, fileURLToPath(dist));
}
