import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { seedNamed } from '../../emulator/seeds/index.ts';
import { signatureHeaders } from '../../runtime/services/webhooks/index.ts';
import { emptyFolder, hp, hpCommand, plainEnvironment } from './run-hp.ts';
import { type DevLine, smallProject, startDev } from './running-dev.ts';

const known = 'whsec_c2VjcmV0IG9mIHRoZSBoYW5kbGVy';
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

test('what the platform did not send is not passed on, and stops nothing', async () => {
  const project = smallProject();
  const ready = await startDev(project, ['--no-storefront']).next('ready');
  const { handled, url } = await handler(() => '', { isCareless: true });
  const listening = following(project, ['webhooks', 'listen', '--forward-to', url, '--events', 'product.*']);
  await expect.poll(() => listening.lines, { timeout: 20_000 }).toHaveLength(1);
  const answer = await fetch(`${ready.api}/v1/webhooks/endpoints`, {
    headers: { authorization: `Bearer ${ready.secretKey}` },
  });
  const { data } = (await answer.json()) as { data: { url: string }[] };
  const door = data[0]?.url ?? '';
  const made = { 'webhook-id': 'evt_1', 'content-type': 'application/json' };
  const send = async (body: string, headers: Record<string, string> = {}) =>
    (await fetch(door, { method: 'POST', headers: { ...made, ...headers }, body })).status;
  expect(await send('{"type":"product.created"}')).toBe(401);
  expect(await send('{"type":"product.created"}', signatureHeaders('evt_1', new Date(), '{}', [known]))).toBe(
    401,
  );
  expect(await send('<no json>')).toBe(401);
  const { hostname, port } = new URL(door);
  const cutOff = connect(Number(port), hostname);
  cutOff.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"type":');
  await once(cutOff, 'connect');
  cutOff.destroy();
  expect(await send('{}')).toBe(401);
  expect(handled).toEqual([]);
  listening.child.kill('SIGTERM');
  expect(await listening.ended).toBe(0);
});

/** Registers a customer; answers its id. */
async function register({ api, secretKey }: DevLine, name: string): Promise<string> {
  const answer = await fetch(`${api}/v1/customers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${name}@example.com` }),
  });
  return ((await answer.json()) as { id: string }).id;
}

test('events tail --all shows all that is kept, in order, and then what comes', async () => {
  const project = smallProject();
  const ready = await startDev(project, ['--no-storefront']).next('ready');
  const many: string[] = [];
  for (let batch = 0; batch < 6; batch += 1)
    many.push(
      ...(await Promise.all(Array.from({ length: 20 }, (_, index) => register(ready, `c${batch}-${index}`)))),
    );
  const last = await register(ready, 'last');
  const tail = following(project, ['events', 'tail', '--type', 'customer.*', '--all']);
  const subjects = () => tail.lines.map(({ subject }) => subject);
  await expect.poll(() => subjects().at(-1), { timeout: 20_000 }).toBe(last);
  expect(new Set(subjects())).toEqual(new Set([...many, last]));
  expect(subjects()).toHaveLength(many.length + 1);
  const next = await register(ready, 'next');
  await expect.poll(() => subjects().at(-1), { timeout: 10_000 }).toBe(next);
  const times = tail.lines.map(({ time }) => String(time));
  expect(times).toEqual(times.toSorted());
});

test('tries to deliver are told, with the next one where they failed; and both tails say so where the store is killed', async () => {
  const project = smallProject();
  const dev = startDev(project, ['--no-storefront']);
  const ready = await dev.next('ready');
  const { url } = await handler(() => '', { isCareless: true });
  const [good, dead] = [url, 'http://127.0.0.1:9/'];
  for (const each of [good, dead]) {
    const made = await fetch(`${ready.api}/v1/webhooks/endpoints`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ready.secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ url: each, events: ['customer.*'] }),
    });
    expect(made.status).toBe(201);
  }
  const tails = [
    following(project, ['webhooks', 'tail', '--type', 'customer.*', '--all']),
    following(project, ['events', 'tail', '--all']),
  ];
  const subject = await register(ready, 'first');
  const tried = { event: 'attempt', type: 'customer.created', subject, attempt: 1 };
  await expect
    .poll(() => tails[0]?.lines, { timeout: 20_000 })
    .toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...tried, url: good, status: 204, error: null, nextAttemptAt: null }),
        expect.objectContaining({
          ...{ ...tried, url: dead, status: null, isFailure: true },
          ...{ error: expect.any(String), nextAttemptAt: expect.stringMatching(/^2\d{3}-/) },
        }),
      ]),
    );
  await expect.poll(() => tails[1]?.lines.length, { timeout: 20_000 }).toBeGreaterThan(0);
  await dev.stop('SIGKILL');
  expect(await Promise.all(tails.map(({ ended }) => ended))).toEqual([69, 69]);
});

test('a handler that verifies does well, and one that does not is told why', async () => {
  const folder = emptyFolder();
  const secret = known;
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
  [
    'a handler that nobody runs',
    ['check', 'http://127.0.0.1:9/', '--secret', known],
    69,
    'Start the handler',
  ],
  ['a handler whose secret nobody said', ['check', 'http://127.0.0.1:9/'], 64, '--secret'],
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
