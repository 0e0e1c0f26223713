import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainEnvironment } from '../cli/run-hp.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hp-pack-')));
const tarball = join(folder, 'packed', 'headlesspro.tgz');
/** As npm 12 behaves: dependencies' install scripts don't run, so better-sqlite3 is there and does not work. */
const withoutScripts = {
  npm_config_ignore_scripts: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
};

function environment(): NodeJS.ProcessEnv {
  const state = { XDG_STATE_HOME: join(folder, 'state'), npm_config_cache: join(folder, 'npm-cache') };
  return plainEnvironment({ ...state, ...withoutScripts });
}

const run = (command: string, args: readonly string[], cwd: string) =>
  execa(command, [...args], { cwd, env: environment(), extendEnv: false, stdin: 'ignore' });

/** The first line that `hp dev --json` prints, and how to end it. */
async function startDev(project: string) {
  const child = spawn('npx', ['hp', 'dev', '--json', '--no-storefront', '--port', '0'], {
    cwd: project,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const stop = async () => {
    const ended = once(child, 'exit');
    if (child.pid) process.kill(-child.pid, 'SIGTERM');
    await ended;
  };
  return { ready: JSON.parse(line as string) as Record<string, string>, stop };
}

beforeAll(async () => {
  mkdirSync(join(folder, 'packed'));
  const { stdout } = await execa('npm', ['pack', '--silent', '--pack-destination', join(folder, 'packed')], {
    cwd: root,
  });
  const name = stdout.trim().split('\n').at(-1) ?? '';
  cpSync(join(folder, 'packed', name), tarball);
});

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

describe('the packed tarball, in an empty folder outside of the checkout', () => {
  const workshop = join(folder, 'workshop');
  const project = join(workshop, 'x');

  test('npx headlesspro init makes a project that installs the CLI from where it lies', async () => {
    mkdirSync(workshop);
    const args = ['--yes', `--package=${tarball}`, 'headlesspro', 'init', 'x'];
    const { stdout } = await run('npx', args, workshop);
    expect(stdout).toContain('npx hp dev');
    expect(readdirSync(workshop)).toEqual(['x']);
    const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    expect(manifest.devDependencies.headlesspro).toBe(`file:${tarball}`);
  });

  test('npx hp dev gets ready there and serves the seeded catalog', async () => {
    const { ready, stop } = await startDev(project);
    expect(ready).toMatchObject({ event: 'ready' });
    const answer = await fetch(`${ready.api}/v1/products?pageSize=1`, {
      headers: { authorization: `Bearer ${ready.secretKey}` },
    });
    const { data } = (await answer.json()) as { data: unknown[] };
    expect(data).toHaveLength(1);
    for (const page of [ready.playground, ready.dashboard])
      expect((await fetch(page ?? '')).status).toBe(200);
    await stop();
  });

  test('hp doctor finds nothing to mend, and names the SQLite binding in use', async () => {
    const { stdout } = await run('npx', ['hp', 'doctor', '--json'], project);
    const { data } = JSON.parse(stdout);
    expect(data.faults).toBe(0);
    const sqlite = data.findings.find((finding: { subject: string }) => finding.subject === 'SQLite');
    expect(sqlite.message).toMatch(/^(libsql|node:sqlite) is in use$/);
  });

  test('the storefront type-checks and builds', async () => {
    await run('npx', ['tsc', '--noEmit'], project);
    await run('npm', ['run', 'build'], project);
  });

  test('the config is typed: a wrong setting does not compile', async () => {
    const file = join(project, 'headlesspro.config.ts');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace('defineConfig({', 'defineConfig({\n  curencies: [],'));
    const checked = await execa(
      'npx',
      ['tsc', '--noEmit', '--skipLibCheck', '--module', 'nodenext', '--allowImportingTsExtensions', file],
      {
        cwd: project,
        env: environment(),
        extendEnv: false,
        reject: false,
      },
    );
    writeFileSync(file, good);
    expect(checked.exitCode).not.toBe(0);
    expect(checked.stdout).toContain('curencies');
  });
});

describe('the package', () => {
  const installed = join(folder, 'installed');

  beforeAll(async () => {
    mkdirSync(installed);
    writeFileSync(join(installed, 'package.json'), JSON.stringify({ name: 'installed', type: 'module' }));
    await run('npm', ['install', '--omit=dev', tarball], installed);
  });

  test('its production dependencies take at most 60 MB with it', () => {
    expect(bytesIn(join(installed, 'node_modules')) / 1024 / 1024).toBeLessThanOrEqual(60);
  });

  test('every subpath it exports can be imported', async () => {
    const manifest = JSON.parse(
      readFileSync(join(installed, 'node_modules/headlesspro/package.json'), 'utf8'),
    );
    const subpaths = Object.keys(manifest.exports).filter((path) => !path.endsWith('.json'));
    for (const path of subpaths) {
      const specifier = join('headlesspro', path);
      const code = `const m = await import('${specifier}'); if (Object.keys(m).length === 0) throw new Error('empty');`;
      await run('node', ['--input-type=module', '--eval', code], installed);
    }
    expect(subpaths).toContain('.');
  });

  test('types and files that package.json names are in it', () => {
    const directory = join(installed, 'node_modules/headlesspro');
    const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    const named = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target as Record<string, string>),
    );
    for (const file of [...named, ...Object.values<string>(manifest.bin)])
      expect(statSync(join(directory, file)).isFile()).toBe(true);
  });
});

function bytesIn(directory: string): number {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
