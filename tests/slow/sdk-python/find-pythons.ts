import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Python {
  /** Of Python 3: 10 is 3.10. */
  readonly minor: number;
  readonly executable: string;
}

/** What the SDK says that it runs on. */
const oldestMinor = 10;

const probe = ['-c', 'import ensurepip, sys; print(*sys.version_info[:2])'];

/** Pythons of this machine that start, can make a virtual environment and are not too old: one a version, in order. */
export function findPythons(): readonly Python[] {
  const found = new Map<number, string>();
  for (const executable of candidates()) {
    // What lies there need not start: pyenv has shims of versions that are not active, Debian a Python without ensurepip.
    const { status, stdout } = spawnSync(executable, probe, { encoding: 'utf8' });
    const [major, minor = 0] = (stdout ?? '').trim().split(' ').map(Number);
    if (status === 0 && major === 3 && minor >= oldestMinor && !found.has(minor)) {
      found.set(minor, executable);
    }
  }
  return [...found]
    .map(([minor, executable]) => ({ minor, executable }))
    .sort((left, right) => left.minor - right.minor);
}

/** On the path first, then where pyenv and uv keep them. */
function candidates(): string[] {
  const path = (process.env.PATH ?? '').split(delimiter);
  const pyenv = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  const uv = join(homedir(), '.local/share/uv/python');
  return [
    ...path.flatMap((folder) =>
      namesIn(folder)
        .filter((name) => /^python3(\.\d{2,})?$/.test(name))
        .map((name) => join(folder, name)),
    ),
    ...[pyenv, uv].flatMap((folder) => namesIn(folder).map((name) => join(folder, name, 'bin', 'python3'))),
  ];
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
