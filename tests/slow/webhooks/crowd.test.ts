import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../../runtime/clock/system-clock.ts';
import type { Runtime } from '../../../runtime/runtime.ts';
import { openSqliteEngine } from '../../../runtime/store/index.ts';
import { testEncryptionKeys as encryptionKeys } from '../../encryption-keys.ts';
import { type Receiver, startReceiver } from '../../webhooks/receiver.ts';
import { kill, startSender } from './sender-process.ts';
import { sendingCollections as collections, endpointsFor, happen, sendingRuntime } from './sending.ts';

const events = 10_000;
/** Each event is for one of 20 endpoints, in turn. */
const each = events / 20;

function seenBy({ received }: Receiver): number {
  return new Set(received.map(({ headers }) => headers['webhook-id'])).size;
}

/** Milliseconds until all of these had all events. */
async function timeToAll(receivers: readonly Receiver[], begun: number): Promise<number> {
  const missing = () => receivers.filter((receiver) => seenBy(receiver) < each).length;
  await expect.poll(missing, { timeout: 600_000, interval: 200 }).toBe(0);
  return Math.max(...receivers.map(({ received }) => received.at(-1)?.at ?? 0)) - begun;
}

const nobodyThere = ['http://127.0.0.1:1/', 'http://127.0.0.1:2/'];

/** A store in a folder of its own, and 15 who want to hear of what happens in it beside the dead. */
async function prepare(dead: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'headlesspro-crowd-'));
  const good = await Promise.all(Array.from({ length: 15 }, () => startReceiver()));
  const path = join(folder, 'store.db');
  const open = () => openSqliteEngine({ path, encryptionKeys, collections, clock: systemClock });
  const engine = await open();
  const runtime = sendingRuntime(engine, { timeoutMilliseconds: 15_000 });
  const ids = await endpointsFor(runtime, [...good.map(({ url }) => url), ...dead], true);
  return {
    ...{ path, open, engine, runtime, good, idsOfDead: ids.slice(good.length) },
    async leave() {
      await rm(folder, { recursive: true });
      for (const receiver of good) await receiver.close();
    },
  };
}

/** What is for the dead is all there still. */
async function expectKept(runtime: Runtime, idsOfDead: readonly string[]): Promise<void> {
  for (const endpointId of idsOfDead) {
    const list = (state: string) =>
      runtime.execute('shop', 'webhooks.deliveries.list', { endpointId, state, pageSize: 100 });
    expect(await list('delivered')).toMatchObject({ data: [] });
    expect(await list('pending')).toMatchObject({ page: { next: expect.any(String) } });
  }
}

async function run(dead: readonly string[]): Promise<number> {
  const { engine, runtime, good, idsOfDead, leave } = await prepare(dead);
  await runtime.listen({ host: '127.0.0.1', port: 0 });
  const begun = performance.now();
  await happen(engine, events);
  const took = await timeToAll(good, begun);
  await runtime.close();
  await expectKept(runtime, idsOfDead);
  await engine.close();
  await leave();
  return took;
}

/** Five who never take anything: two hang, one fails, and at two addresses nobody is at home. */
async function startDead() {
  const receivers = [await startReceiver('hang'), await startReceiver('hang'), await startReceiver(500)];
  return {
    urls: [...receivers.map(({ url }) => url), ...nobodyThere],
    async close() {
      for (const receiver of receivers) await receiver.close();
    },
  };
}

test('10,000 events go to 20 endpoints in turn, 5 of them dead: none is lost, and the others wait no longer', async () => {
  const dead = await startDead();
  const alone = await run([]);
  const beside = await run(dead.urls);
  console.log(
    `${events} events to 15 endpoints: ${alone.toFixed(0)} ms; beside 5 dead ones: ${beside.toFixed(0)} ms`,
  );
  await dead.close();
  // Five more endpoints are a third more to write down.
  expect(beside / alone).toBeLessThan(2);
});

test('none of them is lost by processes that are killed in the middle of it, again and again', async () => {
  const dead = await startDead();
  const { path, open, engine, runtime, good, idsOfDead, leave } = await prepare(dead.urls);
  await happen(engine, events);
  await runtime.close();
  await engine.close();
  const missing = () => good.reduce((sum, receiver) => sum + each - seenBy(receiver), 0);
  const all = missing();
  for (const part of [0.9, 0.6, 0.3]) {
    const sender = startSender(path);
    await expect.poll(missing, { timeout: 240_000, interval: 20 }).toBeLessThan(all * part);
    await kill(sender);
    expect(missing()).toBeGreaterThan(0);
  }
  const last = startSender(path);
  await expect.poll(missing, { timeout: 240_000, interval: 200 }).toBe(0);
  await kill(last);
  const again = await open();
  const after = sendingRuntime(again);
  await expectKept(after, idsOfDead);
  await after.close();
  await again.close();
  await dead.close();
  await leave();
});
