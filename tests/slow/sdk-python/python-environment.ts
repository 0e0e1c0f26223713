import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { seedSdk } from '../../sdk/seed-sdk.ts';
import { findPythons, type Python } from './find-pythons.ts';

const output = resolve(import.meta.dirname, '../../output');

/** Newest ones that were tried. */
const needed = ['anyio==4.16.0', 'httpx==0.28.1', 'pydantic==2.14.4', 'typing-extensions==4.16.0'];
const checking = ['ruff==0.17.6', 'mypy==2.4.1'];
const testing = ['pytest==9.2.0', 'trio==0.35.0'];
/** The last Python that the oldest pydantic is compiled for. */
const lastForOldestPackages = 13;

const pythons = findPythons();

/** Why suites can't have a Python that is new enough; undefined where they can. */
export const whyPythonIsMissing =
  pythons.length === 0 ? 'There is no Python of 3.10 or newer with venv on this machine.' : undefined;

/** A Python with packages that an SDK may meet at its user's. */
export interface Edition {
  readonly name: string;
  /** The Python of a virtual environment, made once and kept in tests/output. */
  python(): Promise<string>;
}

/** The newest Python that is here, with the newest packages, and with what checks code. */
export const newest: Edition = edition(pythons.at(-1), 'its newest packages', () => [
  ...needed,
  ...testing,
  ...checking,
]);

/** The oldest Python that is here, with the oldest packages that the SDK says it takes. */
const oldest: Edition =
  (pythons[0]?.minor ?? 0) > lastForOldestPackages
    ? edition(pythons[0], 'its newest packages', () => [...needed, ...testing])
    : edition(pythons[0], 'its oldest packages', () => [...oldestPackages(), ...testing]);

/** What may differ: where a machine has one Python, the packages still do. */
export const editions: readonly Edition[] = [oldest, newest];

function edition(python: Python | undefined, how: string, packages: () => readonly string[]): Edition {
  return {
    name: python ? `Python 3.${python.minor} with ${how}` : 'no Python',
    python: () => environment(python, packages()),
  };
}

/** `httpx>=0.27,<1` of `pyproject.toml` is `httpx==0.27`. */
function oldestPackages(): string[] {
  const project = seedSdk('python').get('pyproject.toml') ?? '';
  return [...project.matchAll(/"([\w-]+)>=([\d.]+)/g)].map(([, name, version]) => `${name}==${version}`);
}

async function environment(found: Python | undefined, packages: readonly string[]): Promise<string> {
  if (!found) throw new Error('There is no Python of 3.10 or newer that can make a virtual environment.');
  const what = [found.executable, ...packages].join();
  const hash = createHash('sha256').update(what).digest('hex').slice(0, 12);
  const folder = join(output, `python-3.${found.minor}-${hash}`);
  const python = join(folder, 'bin', 'python');
  if (existsSync(python)) return python;
  await mkdir(output, { recursive: true });
  const making = `${folder}.${process.pid}`;
  await execa(found.executable, ['-m', 'venv', making]);
  await execa(join(making, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', ...packages]);
  // Another worker may have been faster: theirs is as good.
  await rename(making, folder).catch(() => rm(making, { recursive: true, force: true }));
  return python;
}
