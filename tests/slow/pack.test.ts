import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { followDev } from '../cli/running-dev.ts';
import { type PackedCli, packCli } from './packed-cli.ts';

let packed: PackedCli;

beforeAll(async () => {
  packed = await packCli();
});

afterAll(() => packed.remove());

describe('the packed tarball, in an empty folder outside of the checkout', () => {
  let project: string;

  test('npx headlesspro init makes a project that installs the CLI from where it lies', async () => {
    const made = await packed.init('workshop', 'x');
    project = made.project;
    expect(made.stdout).toContain('npx hp dev');
    expect(readdirSync(dirname(project))).toEqual(['x']);
    const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    expect(manifest.devDependencies.headlesspro).toBe(`file:${packed.tarball}`);
  });

  test('npx hp dev gets ready there and serves the seeded catalog', async () => {
    const child = spawn(
      join(project, 'node_modules/.bin/hp'),
      ['dev', '--json', '--no-storefront', '--port', '0'],
      {
        cwd: project,
        env: packed.environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const dev = followDev(child);
    const ready = await dev.next('ready');
    const answer = await fetch(`${ready.api}/v1/products?pageSize=1`, {
      headers: { authorization: `Bearer ${ready.secretKey}` },
    });
    const { data } = (await answer.json()) as { data: unknown[] };
    expect(data).toHaveLength(1);
    for (const page of [ready.playground, ready.dashboard])
      expect((await fetch(String(page))).status).toBe(200);
    expect(await dev.stop()).toBe(0);
  });

  test('hp doctor finds nothing to mend, and names the SQLite binding in use', async () => {
    const { stdout } = await packed.run('npx', ['hp', 'doctor', '--json'], project);
    const { data } = JSON.parse(stdout);
    expect(data.faults).toBe(0);
    const sqlite = data.findings.find((finding: { subject: string }) => finding.subject === 'SQLite');
    expect(sqlite.message).toMatch(/^(libsql|node:sqlite) is in use$/);
  });

  test('the storefront type-checks and builds', async () => {
    await packed.run('npx', ['tsc', '--noEmit'], project);
    await packed.run('npm', ['run', 'build'], project);
  });

  test('the config is typed: a wrong setting does not compile', async () => {
    const file = join(project, 'headlesspro.config.ts');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace('defineConfig({', 'defineConfig({\n  curencies: [],'));
    const checked = await execa('npx', ['tsc'], {
      cwd: project,
      env: packed.environment,
      extendEnv: false,
      reject: false,
    });
    writeFileSync(file, good);
    expect(checked.exitCode).not.toBe(0);
    expect(checked.stdout).toContain('curencies');
  });
});

describe('the package', () => {
  let installed: string;

  beforeAll(async () => {
    installed = join(packed.folder, 'installed');
    mkdirSync(installed);
    writeFileSync(join(installed, 'package.json'), JSON.stringify({ name: 'installed', type: 'module' }));
    await packed.run('npm', ['install', '--omit=dev', packed.tarball], installed);
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
      await packed.run('node', ['--input-type=module', '--eval', code], installed);
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
