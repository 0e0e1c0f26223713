import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { seedNamed } from '../../emulator/seeds/index.ts';
import { emptyFolder, hp, hpCommand, plainEnvironment } from './run-hp.ts';
import { smallProject, startDev } from './running-dev.ts';

const state = (project: string) => ({ XDG_STATE_HOME: join(project, '..', '.state') });

interface HandledEvent {
  readonly type: string;
  readonly status: number;
}

/** A handler of webhooks as its page in the docs would have it: verified by the public library. */
async function handler(secretOf: () => string, options: { readonly isCareless?: boolean } = {}) {
  const handled: HandledEvent[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    let status = 204;
    try {
      if (!options.isCareless)
        new Webhook(secretOf()).verify(body, request.headers as Record<string, string>);
    } catch {
      status = 400;
    }
    handled.push({ type: JSON.parse(body).type, status });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { handled, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks` };
}

/** Runs a command that prints a line of JSON an event, until the test is over. */
function following(project: string, args: readonly string[]) {
  const child = spawn(process.execPath, [hpCommand, ...args, '--json'], {
    cwd: project,
    env: plainEnvironment(state(project)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: Readonly<Record<string, unknown>>[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { lines, child, ended };
}

test('what is triggered reaches a handler, signed; it can be listed, shown and sent again', async () => {
  const project = smallProject(emptyFolder());
  writeFileSync(join(project, 'headlesspro.config.ts'), seedNamed('empty').configSource('Shop'));
  const run = (...args: string[]) => hp([...args, '--json'], project, state(project));
  await startDev(project, ['--no-storefront']).next('ready');
  let secret = '';
  const { handled, url } = await handler(() => secret);
  const listening = following(project, ['webhooks', 'listen', '--forward-to', url, '--events', 'product.*']);
  await expect.poll(() => listening.lines, { timeout: 20_000 }).toHaveLength(1);
  secret = String(listening.lines[0]?.secret);

  const triggered = await run('webhooks', 'trigger', 'product.updated', '--override', 'product.title=Mug');
  expect(triggered.exitCode, triggered.stdout + triggered.stderr).toBe(0);
  await expect
    .poll(() => handled.filter(({ status }) => status === 204).map(({ type }) => type), { timeout: 20_000 })
    .toEqual(expect.arrayContaining(['product.created', 'product.updated']));
  await expect
    .poll(() => listening.lines.filter(({ event }) => event === 'delivery'))
    .toContainEqual(expect.objectContaining({ type: 'product.updated', status: 204, error: null }));

  const listed = JSON.parse((await run('webhooks', 'list', '--state', 'delivered')).stdout).data.items;
  const delivery = listed.find((each: { eventType: string }) => each.eventType === 'product.created');
  const shown = await hp(['webhooks', 'show', delivery.id], project, state(project));
  expect(shown.stdout).toContain('"title": "Mug"');
  expect(shown.stdout).toContain('try 1');
  const before = handled.length;
  expect(JSON.parse((await run('webhooks', 'replay', delivery.id)).stdout).data).toEqual({ count: 1 });
  await expect.poll(() => handled.length, { timeout: 10_000 }).toBe(before + 1);

  const tail = following(project, ['events', 'tail', '--type', 'product.*', '--all']);
  await expect
    .poll(() => tail.lines.map(({ type }) => type), { timeout: 10_000 })
    .toEqual(expect.arrayContaining(['product.created', 'product.updated']));

  listening.child.kill('SIGTERM');
  expect(await listening.ended).toBe(0);
  expect(JSON.parse((await run('webhooks', 'list')).stdout).data.items).toEqual([]);
});

test('a handler that verifies does well, and one that does not is told why', async () => {
  const folder = emptyFolder();
  const secret = 'whsec_c2VjcmV0IG9mIHRoZSBoYW5kbGVy';
  const careful = await handler(() => secret);
  const good = await hp(['webhooks', 'check', careful.url, '--secret', secret], folder);
  expect(good.stdout).not.toContain('✖');
  expect(good.exitCode).toBe(0);
  const careless = await handler(() => secret, { isCareless: true });
  const bad = await hp(['webhooks', 'check', careless.url, '--secret', secret, '--json'], folder);
  expect(bad.exitCode).toBe(1);
  const outcomes: { name: string; isGood: boolean }[] = JSON.parse(bad.stdout).data.outcomes;
  expect(outcomes.filter(({ isGood }) => !isGood).map(({ name }) => name)).toEqual([
    ...['badly signed', 'changed on the way', 'unsigned', 'stale'],
  ]);
});

test.each([
  ['an event that does not exist', ['trigger', 'ordr.paid'], 64, 'Did you mean order.paid?'],
  ['one that only time brings about', ['trigger', 'cart.abandoned'], 1, 'hp clock advance'],
  [
    'a step that the event has not',
    ['trigger', 'product.created', '--override', 'cart.email=x'],
    64,
    'product',
  ],
  ['no event', ['trigger'], 64, '--list'],
  ['an override without a place', ['trigger', 'product.created', '--override', 'product'], 64, 'cart.email='],
  ['a store that does not run', ['trigger', 'product.created'], 1, 'hp dev'],
  ['an address that is none', ['listen', '--forward-to', 'ftp://x'], 64, 'http://localhost'],
  ['a handler that nobody runs', ['check', 'http://127.0.0.1:9/'], 69, 'Start the handler'],
  ['a secret that is none', ['check', 'http://127.0.0.1:9/', '--secret', 'x'], 64, 'whsec_'],
  ['deliveries that are not said', ['replay'], 64, '--endpoint'],
])('it says what to do about %s', async (_what, args, code, message) => {
  const project = smallProject();
  const { exitCode, stderr } = await hp(['webhooks', ...args], project, state(project));
  expect(stderr).toContain(message);
  expect(exitCode).toBe(code);
});

test('--list shows what can be triggered, without a store that runs', async () => {
  const { stdout } = await hp(['webhooks', 'trigger', '--list'], smallProject());
  expect(stdout).toMatch(/^order\.paid +All that an order costs was captured\.$/m);
});
