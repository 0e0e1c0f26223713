import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { execa } from 'execa';

/** Where Go's own installer puts it, which is not always on the path. */
const usualPlace = '/usr/local/go/bin';

const environment = {
  ...process.env,
  PATH: existsSync(usualPlace) ? `${process.env.PATH}${delimiter}${usualPlace}` : process.env.PATH,
  // Neither the machine's settings nor a workspace around the folder change what is built.
  GOFLAGS: '-mod=mod',
  GOWORK: 'off',
};

/** What the driver of the scenarios needs: iterators can be ranged over from 1.23 on. */
const oldest = [1, 23] as const;

function hasGo(): boolean {
  const { stdout } = spawnSync('go', ['env', 'GOVERSION'], { env: environment, encoding: 'utf8' });
  const [major = 0, minor = 0] = (stdout ?? '').match(/\d+/g)?.map(Number) ?? [];
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** No Go of 1.23 or newer: suites are skipped. Where CI runs, there must be one. */
export const isGoMissing = !process.env.CI && !hasGo();

/** Runs `go` in a folder; what it prints, whether it fails or not. */
export async function go(
  folder: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly output: string; readonly failed: boolean }> {
  const result = await execa('go', words, {
    cwd: folder,
    env: { ...environment, ...env },
    reject: false,
    all: true,
  });
  return { output: result.all ?? '', failed: result.failed };
}

/** Builds a program of a module; its path. */
export async function buildGo(folder: string, program: string): Promise<string> {
  const { output, failed } = await go(folder, ['build', '-o', program, '.']);
  if (failed) throw new Error(`go build in ${folder}:\n${output}`);
  return program;
}

/** What the formatter and `go vet` complain of in a module; empty where they do not. */
export async function checkGo(folder: string): Promise<string> {
  const format = await execa('gofmt', ['-s', '-d', '.'], { cwd: folder, env: environment, all: true });
  const { output, failed } = await go(folder, ['vet', './...']);
  return format.all + (failed ? output : '');
}
