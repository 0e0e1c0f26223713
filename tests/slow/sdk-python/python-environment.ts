import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { execa } from 'execa';

const output = resolve(import.meta.dirname, '../../output');
const packages = ['httpx==0.28.1', 'pydantic==2.14.4', 'ruff==0.17.6', 'mypy==2.4.1'];

const hasPython =
  spawnSync('python3', ['-c', 'import sys, ensurepip; sys.exit(sys.version_info < (3, 10))']).status === 0;

/** No Python of 3.10 or newer with venv: suites are skipped. Where CI runs, there must be one. */
export const isPythonMissing = !hasPython && !process.env.CI;

/** The Python of a virtual environment with what the SDK needs and what checks it; made once, kept in tests/output. */
export async function pythonEnvironment(): Promise<string> {
  const name = `python-${createHash('sha256').update(packages.join()).digest('hex').slice(0, 12)}`;
  const folder = join(output, name);
  const python = join(folder, 'bin', 'python');
  if (await exists(python)) return python;
  await mkdir(output, { recursive: true });
  const making = `${folder}.${process.pid}`;
  await execa('python3', ['-m', 'venv', making]);
  await execa(join(making, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', ...packages]);
  // Another worker may have been faster: theirs is as good.
  await rename(making, folder).catch(() => rm(making, { recursive: true, force: true }));
  return python;
}

/** What the formatter, the linter and both type checkers complain of in a folder; empty where they do not. */
export async function checkPython(directory: string): Promise<string> {
  const python = await pythonEnvironment();
  const inFolder = { cwd: directory, reject: false, all: true, preferLocal: true } as const;
  const results = await Promise.all([
    execa(python, ['-m', 'ruff', 'format', '--no-cache', '--diff', '.'], inFolder),
    execa(python, ['-m', 'ruff', 'check', '--no-cache', '--quiet', '.'], inFolder),
    execa(python, ['-m', 'mypy', '--strict', '--python-version', '3.10', '.'], inFolder),
    execa('pyright', ['--pythonpath', python, '--pythonversion', '3.10', '.'], inFolder),
  ]);
  return results.map((result) => (result.failed ? result.all : '')).join('');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
