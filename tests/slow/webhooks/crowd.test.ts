import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../../runtime/clock/system-clock.ts';
import { openSqliteEngine } from '../../../runtime/store/index.ts';
import { testEncryptionKeys as encryptionKeys } from '../../encryption-keys.ts';
import { type Receiver, startReceiver } from '../../webhooks/receiver.ts';
import { sendingCollections as collections, endpointsFor, happen, sendingRuntime } from './sending.ts';

const events = Number(process.env.CROWD_EVENTS ?? 10_000);

/** Milliseconds until all of these had all events. */
async function timeToAll(receivers: readonly Receiver[], begun: number): Promise<number> {
  const missing = () => receivers.filter(({ received }) => received.length < events).length;
  await expect.poll(missing, { timeout: 600_000, interval: 50 }).toBe(0);
  return Math.max(...receivers.map(({ received }) => received.at(-1)?.at ?? 0)) - begun;
}

async function run(dead: readonly string[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'headlesspro-crowd-'));
  const good = await Promise.all(Array.from({ length: 15 }, () => startReceiver()));
  const path = join(folder, 'store.db');
  const engine = await openSqliteEngine({ path, encryptionKeys, collections, clock: systemClock });
  const runtime = sendingRuntime(engine);
  const ids = await endpointsFor(runtime, [...good.map(({ url }) => url), ...dead]);
  await runtime.listen({ host: '127.0.0.1', port: 0 });
  const begun = performance.now();
  await happen(engine, events);
  const took = await timeToAll(good, begun);
  for (const { received } of good) {
    const seen = new Set(received.map(({ headers }) => headers['webhook-id']));
    expect(seen.size).toBe(events);
  }
  await runtime.close();
  // What is for the dead is all there still.
  for (const endpointId of ids.slice(good.length)) {
    const kept = await engine.outbox.waiting();
    expect(kept).toBeDefined();
    const { data } = (await runtime.execute('shop', 'webhooks.deliveries.list', {
      ...{ endpointId, state: 'delivered', pageSize: 1 },
    })) as { data: unknown[] }; // as the contract says
    expect(data).toEqual([]);
  }
  await engine.close();
  await rm(folder, { recursive: true });
  for (const receiver of good) await receiver.close();
  return took;
}

test('10,000 events reach 15 endpoints while 5 others are dead: none is lost, and they take no longer for it', async () => {
  const hanging = await Promise.all([startReceiver('hang'), startReceiver('hang')]);
  const failing = await startReceiver(500);
  const alone = await run([]);
  const dead = [...hanging, failing].map(({ url }) => url);
  const beside = await run([...dead, 'http://127.0.0.1:1/', 'http://127.0.0.1:2/']);
  console.log(
    `${events} events to 15 endpoints: ${alone.toFixed(0)} ms; beside 5 dead ones: ${beside.toFixed(0)} ms`,
  );
  for (const receiver of [...hanging, failing]) await receiver.close();
  // Five more endpoints are a third more to write down.
  expect(beside / alone).toBeLessThan(2);
});
