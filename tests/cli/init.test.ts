import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../runtime/config/index.ts';
import { emptyFolder, hp, hpCommand, plainEnvironment } from './run-hp.ts';

const quick = ['--no-install', '--no-git'];

/** What `hp init` makes, and what a run that was stopped must not leave. */
const visible = (folder: string) => readdirSync(folder).filter((name) => name !== '.state');

test('makes a whole project: config, storefront, SDK, ignored files', async () => {
  const folder = emptyFolder();
  const { exitCode, stdout, stderr } = await hp(['init', 'my-store', '--yes', ...quick], folder);
  expect(stderr).not.toContain('✖');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('cd my-store');
  expect(stdout).toContain('npm install');
  expect(stdout).toContain('npx hp dev');
  const project = join(folder, 'my-store');
  expect(visible(folder)).toEqual(['my-store']);
  const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  expect(manifest.name).toBe('my-store');
  expect(manifest.scripts.storefront).toBeTypeOf('string');
  expect(readFileSync(join(project, '.gitignore'), 'utf8')).toContain('.headlesspro');
  expect(existsSync(join(project, 'src', 'headlesspro', 'index.ts'))).toBe(true);
  const { config, project: settings } = await loadConfig(join(project, 'headlesspro.config.ts'));
  expect(config.name).toBe('my-store');
  expect(settings.seed).toBe('fashion');
});

test('the SDK that it writes is what hp generate would write', async () => {
  const folder = emptyFolder();
  await hp(['init', 'shop', ...quick], folder);
  const checked = await hp(['generate', '--check'], join(folder, 'shop'));
  expect(checked.stderr).toBe('');
  expect(checked.exitCode).toBe(0);
});

test('with --sdk it writes those beside it, and says in the README how a program comes to them', async () => {
  const folder = emptyFolder();
  const made = await hp(['init', 'shop', '--sdk', 'ts,python,go', ...quick], folder);
  expect(made.exitCode, made.stderr).toBe(0);
  const project = join(folder, 'shop');
  for (const file of ['src/headlesspro/index.ts', 'sdk/python/pyproject.toml', 'sdk/go/go.mod'])
    expect(existsSync(join(project, file)), file).toBe(true);
  const readme = readFileSync(join(project, 'README.md'), 'utf8');
  expect(readme).toContain('`pip install ./sdk/python`');
  expect(readme).toContain('`go work use . ./sdk/go`');
  const checked = await hp(['generate', '--check'], project);
  expect(checked.exitCode, checked.stderr).toBe(0);
});

test('where the CLI does not come from a registry, the project depends on it where it lies', async () => {
  const folder = emptyFolder();
  await hp(['init', 'shop', ...quick], folder);
  const { devDependencies } = JSON.parse(readFileSync(join(folder, 'shop', 'package.json'), 'utf8'));
  expect(existsSync(devDependencies.headlesspro.replace('file:', ''))).toBe(true);
});

test('with --ci a pipeline is written, whose command runs the tests of the new project against its store', async () => {
  const folder = emptyFolder();
  const made = await hp(['init', 'shop', '--ci', 'github', ...quick], folder);
  expect(made.exitCode, made.stderr).toBe(0);
  const project = join(folder, 'shop');
  // As an install leaves it.
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(resolve(hpCommand, '../..'), join(project, 'node_modules', 'headlesspro'));
  const { jobs } = parse(readFileSync(join(project, '.github', 'workflows', 'test.yml'), 'utf8'));
  const line = jobs.test.steps.map(({ run = '' }) => run).find((run: string) => run.startsWith('npx hp '));
  const { exitCode, stdout, stderr } = await hp(line.split(' ').slice(2), project);
  expect(exitCode, stdout + stderr).toBe(0);
  expect(stdout).toMatch(/pass 1\b/);
  expect(readFileSync(join(project, 'hp.xml'), 'utf8')).toContain('failures="0"');
});

test('--json tells what was made and what to type next', async () => {
  const folder = emptyFolder();
  const { stdout } = await hp(['init', 'shop', '--seed', 'electronics', '--json', ...quick], folder);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    command: 'init',
    data: { name: 'shop', seed: 'electronics', nextSteps: ['cd shop', 'npm install', 'npx hp dev'] },
  });
});

test('a folder that holds something is refused, and what it holds is named', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'shop'));
  writeFileSync(join(folder, 'shop', 'thesis.txt'), 'years of work');
  const { exitCode, stderr } = await hp(['init', 'shop', ...quick], folder);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('thesis.txt');
  expect(readdirSync(join(folder, 'shop'))).toEqual(['thesis.txt']);
});

test('an empty folder that one is in is filled', async () => {
  const folder = join(emptyFolder(), 'shop');
  mkdirSync(folder);
  const { exitCode } = await hp(['init', '.', ...quick], folder, { XDG_STATE_HOME: join(folder, '..') });
  expect(exitCode).toBe(0);
  expect(readdirSync(folder)).toContain('headlesspro.config.ts');
});

test.each(['My Shop', '.hidden', 'fs', 'headlesspro', 'Größe'])(
  'the name "%s" is refused with one that would do',
  async (name) => {
    const folder = emptyFolder();
    const { exitCode, stderr } = await hp(['init', name, ...quick], folder);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/--name [a-z0-9-]+/);
    expect(visible(folder)).toEqual([]);
  },
);

test('a folder with any name will do when the package gets another', async () => {
  const folder = emptyFolder();
  const { exitCode } = await hp(['init', 'My Shop', '--name', 'my-shop', ...quick], folder);
  expect(exitCode).toBe(0);
  expect(visible(folder)).toEqual(['My Shop']);
});

test('without a terminal, what has no default is not asked for: the flag is named', async () => {
  const { exitCode, stderr } = await hp(['init'], emptyFolder());
  expect(exitCode).toBe(64);
  expect(stderr).toContain('hp init my-store');
});

test('an unknown seed, template or package manager is refused with the nearest one', async () => {
  const folder = emptyFolder();
  const seed = await hp(['init', 'a', '--seed', 'fashon'], folder);
  expect(seed.exitCode).toBe(64);
  expect(seed.stderr).toContain('--seed fashion');
  const manager = await hp(['init', 'a', '--package-manager', 'pmpn'], folder);
  expect(manager.stderr).toContain('--package-manager pnpm');
  expect(visible(folder)).toEqual([]);
});

test('the first commit is made, also for someone who never told git a name', async () => {
  const folder = emptyFolder();
  const { exitCode } = await hp(['init', 'shop', '--no-install'], folder, {
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  });
  expect(exitCode).toBe(0);
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: join(folder, 'shop'), encoding: 'utf8' }).trim();
  expect(git('rev-list', '--count', 'HEAD')).toBe('1');
  expect(git('status', '--porcelain')).toBe('');
});

test('without git the project is made all the same, and the note says so', async () => {
  const folder = emptyFolder();
  const { exitCode, stderr } = await hp(['init', 'shop', '--no-install'], folder, { PATH: '/nonexistent' });
  expect(exitCode).toBe(0);
  expect(stderr).toContain('git is not installed');
  expect(visible(folder)).toEqual(['shop']);
});

/** A folder with an `npm` of our own, to be found before the real one. */
function withNpm(folder: string, script: string): NodeJS.ProcessEnv {
  const programs = join(folder, '.state', 'programs');
  mkdirSync(programs, { recursive: true });
  writeFileSync(join(programs, 'npm'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(programs, 'npm'), 0o755);
  return { PATH: [programs, process.env.PATH].join(delimiter) };
}

test('an install that fails leaves nothing, and shows the command and what it said', async () => {
  const folder = emptyFolder();
  const env = withNpm(folder, 'echo "no space left in the registry"; exit 7');
  const { exitCode, stderr } = await hp(['init', 'shop', '--no-git'], folder, env);
  expect(exitCode).toBe(3);
  expect(stderr).toContain('npm install');
  expect(stderr).toContain('exit code 7');
  expect(stderr).toContain('no space left in the registry');
  expect(stderr).toContain('--no-install');
  expect(visible(folder)).toEqual([]);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s in the middle of the install leaves nothing, and stops the installer',
  async (signal, code) => {
    const folder = emptyFolder();
    const env = withNpm(folder, 'touch ../.state/started; echo $$ > ../.state/npm.pid; exec sleep 60');
    const child = spawn(process.execPath, [hpCommand, 'init', 'shop', '--no-git'], {
      cwd: folder,
      env: plainEnvironment({ XDG_STATE_HOME: join(folder, '.state'), ...env }),
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    await expect.poll(() => existsSync(join(folder, '.state', 'npm.pid')), { timeout: 15_000 }).toBe(true);
    child.kill(signal);
    expect((await ended)[0]).toBe(code);
    expect(visible(folder)).toEqual([]);
    const pid = Number(readFileSync(join(folder, '.state', 'npm.pid'), 'utf8'));
    await expect.poll(() => isAlive(pid)).toBe(false);
  },
);

test('what a run that was killed outright left behind is removed by the next', async () => {
  const folder = emptyFolder();
  // The number of a process that has certainly ended.
  const gone = execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }).trim();
  mkdirSync(join(folder, `.shop.hp-init-${gone}`));
  await hp(['init', 'shop', ...quick], folder);
  expect(visible(folder)).toEqual(['shop']);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
