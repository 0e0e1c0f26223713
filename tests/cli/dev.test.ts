import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { KeptSdk } from '../../cli/project/keep-sdks.ts';
import { emptyFolder, hp } from './run-hp.ts';
import { smallProject, startDev } from './running-dev.ts';

const state = (project: string) => ({ XDG_STATE_HOME: join(project, '..', '.state') });
const text = (url: unknown) => fetch(String(url)).then((response) => response.text());

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('the first line says where everything is, and everything is there', async () => {
  const project = smallProject();
  const dev = startDev(project);
  const ready = await dev.next('ready');
  expect(ready).toMatchObject({
    event: 'ready',
    name: 'Test store',
    secretKey: expect.stringMatching(/^hp_sk_/),
    publishableKey: expect.stringMatching(/^hp_pk_/),
  });
  for (const name of ['api', 'graphql', 'playground', 'dashboard', 'storefront', 'stripe', 'paypal'])
    expect(ready[name]).toMatch(/^http:\/\/127\.0\.0\.1:\d+/);
  const answer = await fetch(`${ready.api}/v1/products`, {
    headers: { authorization: `Bearer ${ready.secretKey}` },
  });
  expect(answer.status).toBe(200);
  expect(await text(ready.storefront)).toBe(ready.api);
  expect(await dev.next('request')).toMatchObject({
    method: 'GET',
    path: '/v1/products',
    status: 200,
    operation: 'catalog.products.list',
  });
});

test('what a simulator was asked and does not do is said', async () => {
  const dev = startDev(smallProject(), ['--no-storefront']);
  const { stripe } = await dev.next('ready');
  const ask = (path: string) =>
    fetch(`${stripe}${path}`, { headers: { authorization: 'Bearer sk_test_shop' } });
  expect((await ask('/v1/payment_intents')).status).toBe(200);
  expect((await ask('/v1/payouts')).status).toBe(404);
  expect(await dev.next('simulator.unsupported')).toMatchObject({
    simulator: 'stripe',
    what: 'GET /v1/payouts',
  });
});

test('--no-storefront runs the platform alone', async () => {
  const project = smallProject();
  const ready = await startDev(project, ['--no-storefront']).next('ready');
  expect(ready.storefront).toBeNull();
  expect(existsSync(join(project, 'storefront.pid'))).toBe(false);
});

test('the SDK is written before anything uses it', async () => {
  const project = smallProject();
  await startDev(project, ['--no-storefront']).next('ready');
  expect(readFileSync(join(project, 'headlesspro', 'index.ts'), 'utf8')).toContain('hp generate');
});

test('the SDK is left as it is where nothing changed, and mended where somebody touched it', async () => {
  const project = smallProject();
  const file = join(project, 'headlesspro', 'index.ts');
  const run = async () => {
    const dev = startDev(project, ['--no-storefront']);
    await dev.next('ready');
    await dev.stop();
  };
  await run();
  const [written, { mtimeMs }] = [readFileSync(file, 'utf8'), statSync(file)];
  await run();
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
  rmSync(file);
  await run();
  expect(readFileSync(file, 'utf8')).toBe(written);
  writeFileSync(file, written.replace('export', 'export /* by hand */'));
  await run();
  expect(readFileSync(file, 'utf8')).toBe(written);
});

test('a change of the config is in force at once, and in the SDK', async () => {
  const project = smallProject();
  const dev = startDev(project, ['--no-storefront']);
  const ready = await dev.next('ready');
  const file = join(project, 'headlesspro.config.ts');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace("type: 'number' }", "type: 'number' }, binding: { type: 'text' }"),
  );
  const applied = await dev.next('config.applied');
  const [sdk] = applied.sdks as readonly KeptSdk[];
  expect(sdk).toMatchObject({ language: 'typescript', folder: 'headlesspro', removed: [] });
  expect(sdk?.changes).toContainEqual({ where: 'ProductAttributes.binding', kind: 'added' });
  const document = await text(`${ready.api}/v1/openapi.json`);
  expect(document).toContain('binding');
});

test('a config that can not be used names its line, and the one before stays in force', async () => {
  const project = smallProject();
  const dev = startDev(project, ['--no-storefront']);
  const ready = await dev.next('ready');
  const file = join(project, 'headlesspro.config.ts');
  const good = readFileSync(file, 'utf8');
  writeFileSync(file, good.replace("currencies: ['EUR']", "currencies: ['EURO']"));
  const refused = await dev.next('config.refused');
  expect(refused.failure).toMatchObject({ code: 'invalid_config', where: { file, line: 5 } });
  const answer = await fetch(`${ready.api}/v1/products`, {
    headers: { authorization: `Bearer ${ready.secretKey}` },
  });
  expect(answer.status).toBe(200);
  writeFileSync(file, good.replace("'Test store'", "'Mended'"));
  await dev.next('config.applied');
});

test('an SDK that can not be written is told of, and the config is in force all the same', async () => {
  const project = smallProject();
  const dev = startDev(project, ['--no-storefront']);
  const ready = await dev.next('ready');
  const file = join(project, 'headlesspro.config.ts');
  const changed = readFileSync(file, 'utf8').replace("'Test store'", "'Changed'");
  writeFileSync(file, changed.replace(/\}\);\s*$/, "sdk: { without: ['webhoks'] } });"));
  const { failure } = await dev.next('sdk.refused');
  expect(failure).toMatchObject({ message: expect.stringContaining('There is no service "webhoks"') });
  const answer = await fetch(`${ready.api}/v1/store`, {
    headers: { authorization: `Bearer ${ready.secretKey}` },
  });
  expect(await answer.json()).toMatchObject({ name: 'Changed' });
  writeFileSync(file, changed);
  await dev.next('config.applied');
});

test('a config that does not parse is told with its place', async () => {
  const project = smallProject();
  const dev = startDev(project, ['--no-storefront']);
  await dev.next('ready');
  const file = join(project, 'headlesspro.config.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace("name: 'Test store',", 'name: ,'));
  const refused = await dev.next('config.refused');
  expect(refused.failure).toMatchObject({ where: { file, line: 4 } });
});

test('it does not start with a bad config, and says which line', async () => {
  const project = smallProject();
  const file = join(project, 'headlesspro.config.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace('currencies', 'curencies'));
  const { exitCode, stderr } = await hp(['dev', '--no-storefront'], project, state(project));
  expect(exitCode).toBe(1);
  expect(stderr).toContain('headlesspro.config.ts:5:');
  expect(stderr).toContain('currencies');
  expect(existsSync(join(project, '.headlesspro', 'dev.json'))).toBe(false);
});

test('a second one in the same folder says where the first one is and how to stop it', async () => {
  const project = smallProject();
  const ready = await startDev(project, ['--no-storefront']).next('ready');
  const { exitCode, stderr } = await hp(['dev'], project, state(project));
  expect(exitCode).toBe(1);
  expect(stderr).toContain(String(ready.api));
  expect(stderr).toContain('hp stop');
});

test('two stores run beside each other, and hp ps lists both', async () => {
  const parent = emptyFolder();
  const [one, two] = [smallProject(parent, 'one'), smallProject(parent, 'two')];
  const [first, second] = await Promise.all(
    [one, two].map((project) => startDev(project, ['--no-storefront']).next('ready')),
  );
  const { stdout } = await hp(['ps', '--json'], parent, state(one));
  const { data } = JSON.parse(stdout) as { data: { url: string; directory: string }[] };
  expect(new Set(data.map(({ url }) => url))).toEqual(new Set([first?.api, second?.api]));
  expect(data.map(({ directory }) => directory).sort()).toEqual([one, two]);
});

test('a port that was asked for and is taken is an error', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const project = smallProject();
  const { exitCode, stderr } = await hp(['dev', '--port', String(port)], project, state(project));
  expect(exitCode).toBe(1);
  expect(stderr).toContain(`Port ${port} is taken`);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends everything it started', async (signal) => {
  const project = smallProject();
  const dev = startDev(project);
  await dev.next('ready');
  const storefront = Number(readFileSync(join(project, 'storefront.pid'), 'utf8'));
  expect(isAlive(storefront)).toBe(true);
  expect(await dev.stop(signal)).toBe(0);
  expect(isAlive(storefront)).toBe(false);
  expect(existsSync(join(project, '.headlesspro', 'dev.json'))).toBe(false);
});

test('killed outright, it leaves no storefront running, and the next start works', async () => {
  const project = smallProject();
  const dev = startDev(project);
  await dev.next('ready');
  const storefront = Number(readFileSync(join(project, 'storefront.pid'), 'utf8'));
  await dev.stop('SIGKILL');
  await expect.poll(() => isAlive(storefront), { timeout: 5000 }).toBe(false);
  await startDev(project).next('ready');
});

test('a storefront that crashes is started again', async () => {
  const project = smallProject();
  const dev = startDev(project);
  await dev.next('ready');
  process.kill(Number(readFileSync(join(project, 'storefront.pid'), 'utf8')), 'SIGKILL');
  expect(await dev.next('storefront.exit')).toMatchObject({ willRestart: true });
  const { url } = await dev.next('storefront.ready');
  expect(await text(url)).toContain('http://');
});

test('a storefront that can not start is told, and the platform runs on', async () => {
  const project = smallProject();
  writeFileSync(join(project, 'storefront.js'), "throw new Error('no such module');");
  const dev = startDev(project);
  expect(await dev.next('storefront.exit')).toMatchObject({ willRestart: false });
  expect(await dev.next('ready')).toMatchObject({ storefront: null });
});

test('hp stop ends it, and hp env needs it', async () => {
  const project = smallProject();
  const dev = startDev(project, ['--no-storefront']);
  const ready = await dev.next('ready');
  const env = await hp(['env'], project, state(project));
  expect(env.stdout).toContain(`HEADLESSPRO_URL=${ready.api}`);
  expect(env.stdout).toContain(`VITE_HEADLESSPRO_PUBLISHABLE_KEY=${ready.publishableKey}`);
  const stopped = await hp(['stop'], project, state(project));
  expect(stopped.exitCode).toBe(0);
  expect(await dev.ended).toBe(0);
  const afterwards = await hp(['env'], project, state(project));
  expect(afterwards.exitCode).toBe(1);
  expect(afterwards.stderr).toContain('hp dev');
});

test("keys and addresses in .headlesspro are this user's alone", async () => {
  const project = smallProject();
  await startDev(project, ['--no-storefront']).next('ready');
  for (const name of ['dev.json', 'keys.json'])
    expect(statSync(join(project, '.headlesspro', name)).mode & 0o077).toBe(0);
});

test('without a terminal it prints plain lines', async () => {
  const project = smallProject();
  const { spawn } = await import('node:child_process');
  const { hpCommand, plainEnvironment } = await import('./run-hp.ts');
  const child = spawn(process.execPath, [hpCommand, 'dev', '--no-storefront', '--port', '0'], {
    cwd: project,
    env: plainEnvironment(state(project)),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await expect.poll(() => output, { timeout: 15_000 }).toContain('publishable');
  expect(output).not.toContain('\u001b');
  expect(output).toMatch(/REST +http:\/\/127\.0\.0\.1:\d+\/v1/);
});

test('a snapshot is imported once the config is right and the port is free, however often it was tried', async () => {
  const project = smallProject();
  const config = join(project, 'headlesspro.config.ts');
  const right = readFileSync(config, 'utf8');
  const dev = startDev(project, ['--no-storefront']);
  await dev.next('ready');
  expect((await hp(['snapshot', 'save', 'first'], project)).exitCode).toBe(0);
  expect((await hp(['snapshot', 'export', 'first'], project)).exitCode).toBe(0);
  await dev.stop();
  const start = () => hp(['dev', '--no-storefront', '--import', 'first.hpsnapshot'], project);
  writeFileSync(config, right.replace("['EUR']", "['nothing']"));
  for (const _ of [1, 2]) {
    expect((await start()).exitCode).not.toBe(70);
    expect(existsSync(join(project, '.headlesspro', 'restoring'))).toBe(false);
  }
  writeFileSync(config, right);
  const again = startDev(project, ['--no-storefront', '--import', 'first.hpsnapshot']);
  await again.next('ready');
  await again.stop();
  const seed = JSON.parse(readFileSync(join(project, '.headlesspro', 'seed.json'), 'utf8'));
  expect(seed).toEqual({ snapshot: 'imported' });
});
