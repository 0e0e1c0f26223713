import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** `hp` as it is installed; `tests/build-once.ts` has built it from what is there. */
export const hpCommand = join(root, 'bin', 'run.js');

/** An empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hp-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}

/** An environment without what this machine's own may change: colours, CI, our variables. */
export function plainEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !name.startsWith('HEADLESSPRO_') && !/^(NO_COLOR|FORCE_COLOR|CI|NODE_ENV|VITEST|VITEST_.*)$/.test(name),
  );
  return { ...Object.fromEntries(kept), ...extra };
}

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `hp` to its end, without a terminal. State across projects goes to a folder of the test's own. */
export async function hp(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [hpCommand, ...args], {
    cwd,
    env: plainEnvironment({ XDG_STATE_HOME: join(cwd, '.state'), ...env }),
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
  });
  return { exitCode: exitCode ?? -1, stdout, stderr };
}
