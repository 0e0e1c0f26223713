import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { plainEnvironment } from '../cli/run-hp.ts';

const root = resolve(import.meta.dirname, '../..');

/** A folder outside of the checkout with the package as `npm pack` makes it. */
export interface PackedCli {
  readonly folder: string;
  readonly tarball: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Runs a command to its end; throws with what it said where it fails. */
  run(command: string, args: readonly string[], cwd: string): Promise<{ stdout: string; stderr: string }>;
  /** `npx headlesspro init` in an empty folder, dependencies included; gives the project's folder. */
  init(workshop: string, name: string): Promise<{ project: string; stdout: string }>;
  remove(): void;
}

/** As npm 12 behaves: dependencies' install scripts don't run, so better-sqlite3 is there and does not work. */
const withoutScripts = {
  npm_config_ignore_scripts: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
};

export async function packCli(): Promise<PackedCli> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hp-pack-')));
  const packed = join(folder, 'packed');
  const tarball = join(packed, 'headlesspro.tgz');
  mkdirSync(packed);
  // Built once before all tests; building here would pull the command from under those that run beside this one.
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', packed];
  const { stdout } = await execa('npm', pack, { cwd: root });
  cpSync(join(packed, stdout.trim().split('\n').at(-1) ?? ''), tarball);
  const environment = plainEnvironment({
    XDG_STATE_HOME: join(folder, 'state'),
    npm_config_cache: join(folder, 'npm-cache'),
    ...withoutScripts,
  });
  const run = (command: string, args: readonly string[], cwd: string) =>
    execa(command, [...args], { cwd, env: environment, extendEnv: false, stdin: 'ignore' });
  return {
    folder,
    tarball,
    environment,
    run,
    async init(workshop, name) {
      const cwd = join(folder, workshop);
      mkdirSync(cwd);
      const args = ['--yes', `--package=${tarball}`, 'headlesspro', 'init', name];
      const ended = await run('npx', args, cwd);
      return { project: join(cwd, name), stdout: ended.stdout };
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
}
