import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../../runtime/clock/system-clock.ts';
import { type Engine, openPostgresEngine } from '../../../runtime/store/index.ts';
import { testEncryptionKeys as encryptionKeys } from '../../encryption-keys.ts';
import { startPostgres, type TestServer } from '../../postgres-server.ts';
import { type Receiver, startReceiver } from '../../webhooks/receiver.ts';
import { kill, startSender } from './sender-process.ts';
import { sendingCollections as collections, endpointsFor, happen, sendingRuntime } from './sending.ts';

const events = 400;
const options = { encryptionKeys, collections, clock: systemClock };

function missing(receiver: Receiver): number {
  return events - new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size;
}

async function prepare(engine: Engine, receivers: readonly Receiver[]): Promise<void> {
  const runtime = sendingRuntime(engine);
  await endpointsFor(
    runtime,
    receivers.map(({ url }) => url),
  );
  await happen(engine, events);
  await runtime.close();
  await engine.close();
}

describe('processes that share a database on PostgreSQL', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  test('send nothing twice at the same time, and nothing twice at all while both live', async () => {
    const connectionString = await server.createDatabase();
    const receivers = [await startReceiver(), await startReceiver(), await startReceiver()];
    await prepare(await openPostgresEngine({ ...options, connectionString }), receivers);
    const senders = [startSender(connectionString), startSender(connectionString)];
    for (const receiver of receivers) {
      await expect.poll(() => missing(receiver), { timeout: 120_000 }).toBe(0);
      expect(receiver.received).toHaveLength(events);
    }
    for (const sender of senders) await kill(sender);
    for (const receiver of receivers) await receiver.close();
  });

  test('go on with what one of them had under way once it is dead, and not before its lease is over', async () => {
    const connectionString = await server.createDatabase();
    const receiver = await startReceiver('hang');
    await prepare(await openPostgresEngine({ ...options, connectionString }), [receiver]);
    const first = startSender(connectionString);
    await expect.poll(() => receiver.received.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(0);
    await kill(first);
    receiver.behave(200);
    const before = receiver.received.length;
    let passed = 0;
    const machineClock = { now: () => new Date(Date.now() + passed) };
    const engine = await openPostgresEngine({ ...options, connectionString });
    const second = sendingRuntime(engine, { isShared: true, machineClock });
    await second.dispatcher.drain();
    expect(receiver.received).toHaveLength(before);
    passed = 61_000;
    await second.dispatcher.drain();
    expect(missing(receiver)).toBe(0);
    await second.close();
    await engine.close();
    await receiver.close();
  });
});
