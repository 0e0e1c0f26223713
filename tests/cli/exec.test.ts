import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { emptyFolder, hp, hpCommand, plainEnvironment } from './run-hp.ts';
import { smallProject, startDev } from './running-dev.ts';

/** Runs `hp exec` in a project, its temporary files in a folder that the test can look into. */
function exec(project: string, ...args: string[]) {
  return hp(['exec', ...args], project, { TMPDIR: join(project, '..') });
}

const temporaryFolders = (project: string) =>
  readdirSync(join(project, '..')).filter((name) => name.startsWith('headlesspro-'));

/** A script of the project, to be run with node. */
function script(project: string, text: string): string {
  writeFileSync(join(project, 'script.mjs'), text);
  return 'script.mjs';
}

const printsEnvironment = `
const names = Object.keys(process.env).filter((name) => /^(HP|HEADLESSPRO|VITE|PUBLIC|NEXT)_/.test(name));
const answer = await fetch(process.env.HP_API_URL + '/v1/products', {
  headers: { authorization: 'Bearer ' + process.env.HP_SECRET_KEY },
});
const stripe = await fetch(process.env.HP_STRIPE_URL + '/v1/balance');
console.log(JSON.stringify({ names, status: answer.status, stripe: stripe.status, cwd: process.cwd() }));
`;

test('the command finds a fresh store that answers, by its environment', async () => {
  const project = smallProject();
  const { exitCode, stdout, stderr } = await exec(project, '--', 'node', script(project, printsEnvironment));
  expect(exitCode, stderr).toBe(0);
  const said = JSON.parse(stdout);
  expect(said).toMatchObject({ status: 200, stripe: 401, cwd: project });
  expect(said.names).toEqual(
    expect.arrayContaining([
      ...['HP_API_URL', 'HP_GRAPHQL_URL', 'HP_SECRET_KEY', 'HP_PUBLISHABLE_KEY', 'HP_STRIPE_URL'],
      ...['HP_PAYPAL_URL', 'HEADLESSPRO_URL', 'HEADLESSPRO_SECRET_KEY', 'VITE_HEADLESSPRO_URL'],
      ...['NEXT_PUBLIC_HEADLESSPRO_PUBLISHABLE_KEY', 'PUBLIC_HEADLESSPRO_URL'],
    ]),
  );
  // The project's own store is not touched, and nothing is left behind.
  expect(existsSync(join(project, '.headlesspro', 'store.db'))).toBe(false);
  expect(temporaryFolders(project)).toEqual([]);
});

test('it runs beside hp dev of the same project', async () => {
  const project = smallProject();
  const ready = await startDev(project, ['--no-storefront']).next('ready');
  const { exitCode, stdout } = await exec(project, '--', 'node', '-p', 'process.env.HP_API_URL');
  expect(exitCode).toBe(0);
  expect(stdout.trim()).not.toBe(ready.api);
});

test("sandboxes are made from the project's own snapshots", async () => {
  const project = smallProject();
  const dev = startDev(project, ['--no-storefront']);
  await dev.next('ready');
  expect((await hp(['snapshot', 'save', 'known-state'], project)).exitCode).toBe(0);
  await dev.stop();
  const text = `
const { HP_API_URL: url, HP_SECRET_KEY: key } = process.env;
const ask = async (path, key, init) => {
  const answer = await fetch(url + path, { headers: { authorization: 'Bearer ' + key, 'content-type': 'application/json' }, ...init });
  return answer.json();
};
const body = JSON.stringify({ snapshot: 'known-state' });
const made = await ask('/_emulator/v1/sandboxes', key, { method: 'POST', body });
console.log(JSON.stringify({ madeFrom: made.madeFrom, name: (await ask('/v1/store', made.secretKey)).name }));
`;
  const { exitCode, stdout, stderr } = await exec(project, '--', 'node', script(project, text));
  expect(exitCode, stderr).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ madeFrom: 'known-state', name: 'Test store' });
});

test.each([
  ['its exit code', ['node', '-e', 'process.exit(42)'], 42],
  ['that of a script of package.json', ['npm', 'run', '--silent', 'fails'], 7],
  ['a line for the shell', ['cd . && test -n "$HP_API_URL" && exit 5'], 5],
  ['a signal that ended it', ['node', '-e', "process.kill(process.pid, 'SIGKILL')"], 137],
])('it ends as the command did: %s', async (_what, command, code) => {
  const project = smallProject();
  writeFileSync(join(project, 'package.json'), '{"scripts":{"fails":"exit 7"}}');
  expect((await exec(project, '--no-bundle', '--', ...command)).exitCode).toBe(code);
});

test('words reach the command as they were typed', async () => {
  const project = smallProject();
  const words = ['a b', '$HOME', '*', '"', '', '--json', 'ü'];
  const print = 'console.log(JSON.stringify(process.argv.slice(1)))';
  const { stdout } = await exec(project, '--', 'node', '-e', print, '--', ...words);
  expect(JSON.parse(stdout)).toEqual(words);
});

test.each([
  ['a command that does not exist', ['--', 'no-such-program', 'x'], 127, 'no-such-program is not installed'],
  ['a file that may not be run', ['--', './package.json'], 126, 'chmod'],
  ['no command', [], 125, 'hp exec -- npm test'],
  ['an unknown flag', ['--sed', 'empty', '--', 'true'], 125, 'Did you mean --seed?'],
  ['an unknown seed', ['--seed', 'fashoin', '--', 'true'], 125, 'fashion'],
  ['a seed that does not fit', ['--seed', 'fashion', '--', 'true'], 125, 'config'],
])('a failure of its own is told from one of the command: %s', async (_what, args, code, message) => {
  const project = smallProject();
  const { exitCode, stderr } = await exec(project, ...args);
  expect(exitCode, stderr).toBe(code);
  expect(stderr).toContain(message);
  expect(temporaryFolders(project)).toEqual([]);
});

test('without a config it says so, and runs nothing', async () => {
  const folder = emptyFolder();
  const { exitCode, stdout, stderr } = await hp(['exec', '--', 'echo', 'ran'], folder);
  expect(exitCode).toBe(125);
  expect(stdout).toBe('');
  expect(stderr).toContain('headlesspro.config.ts');
});

test('with --json stdout has the one document, and the output of the command is on stderr', async () => {
  const project = smallProject();
  const { stdout, stderr, exitCode } = await exec(
    project,
    '--json',
    '--no-bundle',
    '--',
    'sh',
    '-c',
    'echo hello; exit 3',
  );
  expect(exitCode).toBe(3);
  expect(stderr).toBe('hello');
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ ok: true, command: 'exec' },
    data: { exitCode: 3, signal: null, bundle: null, faults: [] },
  });
  const refused = await exec(project, '--json', '--', 'no-such-program');
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { kind: 'not_found', exitCode: 127 } });
});

const createsProduct = `
const answer = await fetch(process.env.HP_API_URL + '/v1/products', {
  method: 'POST',
  headers: { authorization: 'Bearer ' + process.env.HP_SECRET_KEY, 'content-type': 'application/json' },
  body: JSON.stringify({ productType: 'book', title: 'Made by a test', status: 'active' }),
});
console.log(answer.status, await answer.text());
process.exit(1);
`;

test('where the command fails the store is kept, and hp dev opens it just as it was', async () => {
  const project = smallProject();
  const failed = await exec(project, '--', 'node', script(project, createsProduct));
  expect(failed.exitCode).toBe(1);
  expect(failed.stdout).toContain('201');
  const endedAt = new Date().toISOString();
  const file = /hp dev --from-bundle (\S+\.hpbundle)/.exec(failed.stderr)?.[1] ?? '';
  expect(file).toMatch(/^\.headlesspro\/bundles\/[\dT-]+\.hpbundle$/);
  expect(existsSync(join(project, '.headlesspro', '.gitignore'))).toBe(true);
  const elsewhere = emptyFolder();
  writeFileSync(join(elsewhere, 'x.hpbundle'), readFileSync(join(project, file)));
  const env = { TMPDIR: elsewhere };
  const dev = startDev(elsewhere, ['--from-bundle', 'x.hpbundle'], env);
  const ready = await dev.next('ready');
  expect(ready.name).toBe('Test store');
  // Whenever it is opened: nothing came due since.
  expect(ready.clock).toMatchObject({ mode: 'frozen', now: expect.toSatisfy((now) => now < endedAt) });
  const answer = await fetch(`${ready.api}/v1/products`, {
    headers: { authorization: `Bearer ${ready.secretKey}` },
  });
  expect(await answer.json()).toMatchObject({ data: [{ title: 'Made by a test' }] });
  expect(await dev.stop()).toBe(0);
  expect(readdirSync(elsewhere)).toEqual(['x.hpbundle']);
});

test.each([
  ['a file that is no bundle', 'package.json', 'damaged'],
  ['a file that is not there', 'nothing.hpbundle', 'no such file'],
])('hp dev does not open %s', async (_what, file, message) => {
  const project = smallProject();
  const { exitCode, stderr } = await hp(['dev', '--from-bundle', file], project);
  expect(exitCode).toBe(1);
  expect(stderr).toContain(message);
});

test('it writes JUnit and annotations where asked', async () => {
  const project = smallProject();
  const args = ['--junit', 'out/hp.xml', '--annotations', 'github', '--bundle', 'kept.hpbundle'];
  const { stderr } = await exec(project, ...args, '--', 'node', '-e', "process.exit('<1>'.length)");
  expect(existsSync(join(project, 'kept.hpbundle'))).toBe(true);
  expect(stderr).toMatch(
    /^::error title=node -e .*::The command ended with exit code 3\. .*kept\.hpbundle$/m,
  );
  const xml = readFileSync(join(project, 'out/hp.xml'), 'utf8');
  expect(xml).toContain('<testsuites tests="1" failures="1"');
  expect(xml).toContain('name="node -e process.exit(\'&lt;1&gt;\'.length)"');
  await exec(project, '--junit', 'good.xml', '--', 'true');
  expect(readFileSync(join(project, 'good.xml'), 'utf8')).toContain('tests="1" failures="0"');
});

/** A command that says when it runs, and what it is told. */
const listens = `
import { writeFileSync } from 'node:fs';
writeFileSync('command.pid', String(process.pid));
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(name, () => { console.log('got ' + name); setTimeout(() => process.exit(9), 50); });
setInterval(() => undefined, 1000);
console.log('running');
`;

interface RunningExec {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly output: () => string;
  readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>;
}

async function startExec(project: string, ...args: string[]): Promise<RunningExec> {
  const child = spawn(process.execPath, [hpCommand, 'exec', ...args], {
    cwd: project,
    env: plainEnvironment({ XDG_STATE_HOME: join(project, '.state'), TMPDIR: join(project, '..') }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const ended = once(child, 'exit').then(([code, signal]) => [code, signal] as const);
  await expect.poll(() => output, { timeout: 30_000 }).toContain('running');
  return { child, output: () => output, ended };
}

const pidOf = (project: string) => Number(readFileSync(join(project, 'command.pid'), 'utf8'));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'it passes %s on, and waits for the command',
  async (signal) => {
    const project = smallProject();
    const running = await startExec(project, '--', 'node', script(project, listens));
    running.child.kill(signal);
    expect(await running.ended).toEqual([9, null]);
    expect(running.output()).toContain(`got ${signal}`);
    expect(temporaryFolders(project)).toEqual([]);
  },
);

/** Tidies up for longer than most programs that send signals have patience. */
const tidiesUp = `
process.on('SIGTERM', () => setTimeout(() => { console.log('all tidied up'); process.exit(9); }, 5500));
setInterval(() => undefined, 1000);
console.log('running');
`;

test('a command that takes its time to tidy up is left that time', async () => {
  const project = smallProject();
  const running = await startExec(project, '--', 'node', script(project, tidiesUp));
  running.child.kill('SIGTERM');
  expect(await running.ended).toEqual([9, null]);
  expect(running.output()).toContain('all tidied up');
});

test('killed outright, it leaves neither the command nor the store', async () => {
  const project = smallProject();
  const running = await startExec(project, '--', 'sh', '-c', `node ${script(project, listens)}; true`);
  const command = pidOf(project);
  expect(isAlive(command)).toBe(true);
  running.child.kill('SIGKILL');
  await expect.poll(() => isAlive(command), { timeout: 10_000 }).toBe(false);
  await expect.poll(() => temporaryFolders(project), { timeout: 10_000 }).toEqual([]);
});
