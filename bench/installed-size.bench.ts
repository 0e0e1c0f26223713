// Installed size of the packed package with its production dependencies: at most 60 MB of files.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.ts';

const atMost = 60;
const project = mkdtempSync(join(tmpdir(), 'hp-bench-'));

function kilobytes(path: string, ...flags: readonly string[]): number {
  return Number.parseInt(execFileSync('du', ['-sk', ...flags, path], { encoding: 'utf8' }), 10);
}

try {
  const packed = execFileSync(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', project],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  const tarball = packed.trim().split('\n').at(-1) ?? '';
  writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
  const install = ['install', '--omit=dev', '--no-audit', '--no-fund', `./${tarball}`];
  execFileSync('npm', install, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
  const modules = join(project, 'node_modules');
  console.log(
    execFileSync('sh', ['-c', 'du -sk --apparent-size * @*/* | sort -rn | head -8'], {
      cwd: modules,
      encoding: 'utf8',
    }),
  );
  const size = kilobytes(modules, '--apparent-size') / 1024;
  const blocks = kilobytes(modules) / 1024;
  const isWithin = size <= atMost;
  console.log(
    `${isWithin ? 'ok  ' : 'FAIL'} installed: ${size.toFixed(1)} MB (at most ${atMost}; ${blocks.toFixed(1)} MB of blocks)`,
  );
  if (!isWithin) process.exitCode = 1;
} finally {
  rmSync(project, { recursive: true, force: true });
}
