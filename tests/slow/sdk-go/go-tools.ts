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

/** The last patch of the oldest Go that the SDK is for; a newer Go fetches it as a module. */
export const oldestGo = { GOTOOLCHAIN: 'go1.22.12' };

/** One program for all runs, so that it is compiled once. */
const staticcheck = 'honnef.co/go/tools/cmd/staticcheck@v0.8.2';

/** Why suites can't have a Go that is new enough; undefined where they can. */
export function whyGoIsMissing(): string | undefined {
  const { stdout } = spawnSync('go', ['env', 'GOVERSION'], { env: environment, encoding: 'utf8' });
  const [major = 0, minor = 0] = (stdout ?? '').match(/\d+/g)?.map(Number) ?? [];
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined;
  return `There is no Go of ${oldest.join('.')} or newer on the PATH${stdout ? `, but ${stdout.trim()}` : ''}.`;
}

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

/** What the formatter would change in a folder; empty where it would not. */
export async function formatGo(folder: string): Promise<string> {
  const { all } = await execa('gofmt', ['-s', '-d', '.'], { cwd: folder, env: environment, all: true });
  return all;
}

/** What the compiler and `go vet` complain of in a module; empty where they do not. */
export async function compileGo(folder: string, env?: Readonly<Record<string, string>>): Promise<string> {
  const build = await go(folder, ['build', './...'], env);
  if (build.failed) return build.output;
  const { output, failed } = await go(folder, ['vet', './...'], env);
  return failed ? output : '';
}

/** What any check of staticcheck, the stylistic ones too, complains of in a module; empty where none does. */
export async function lintGo(folder: string): Promise<string> {
  const { output, failed } = await go(folder, ['run', staticcheck, '-checks', 'all', './...']);
  return failed ? output : '';
}

/** Runs the tests of a module, with the race detector where the machine can; empty where all passed. */
export async function testGo(folder: string, env?: Readonly<Record<string, string>>): Promise<string> {
  const { output: cgo } = await go(folder, ['env', 'CGO_ENABLED'], env);
  const race = cgo.trim() === '1' ? ['-race'] : [];
  const { output, failed } = await go(folder, ['test', '-count=1', ...race, './...'], env);
  return failed ? output : '';
}
