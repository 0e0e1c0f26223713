import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../../runtime/clock/system-clock.ts';
import { type Engine, openPostgresEngine, openSqliteEngine } from '../../../runtime/store/index.ts';
import { testEncryptionKeys as encryptionKeys } from '../../encryption-keys.ts';
import { startPostgres, type TestServer } from '../../postgres-server.ts';
import { type Receiver, startReceiver } from '../../webhooks/receiver.ts';
import { sendingCollections as collections, endpointsFor, happen, sendingRuntime } from './sending.ts';

const events = 400;
const child = fileURLToPath(new URL('./sending-process.ts', import.meta.url));
const options = { encryptionKeys, collections, clock: systemClock };

function startSender(place: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', child, place], { stdio: 'inherit' });
}

async function kill(sender: ChildProcess): Promise<void> {
  const exit = once(sender, 'exit');
  sender.kill('SIGKILL');
  await exit;
}

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

/** Lets it send some, kills it in the middle of that, starts another, and so on. */
async function killAgainAndAgain(
  place: string,
  receivers: readonly Receiver[],
  kills: number,
): Promise<void> {
  const received = () => receivers.reduce((sum, receiver) => sum + receiver.received.length, 0);
  for (let round = 1; round <= kills; round += 1) {
    const sender = startSender(place);
    const until = received() + 60;
    await expect.poll(received, { timeout: 60_000, interval: 1 }).toBeGreaterThan(until);
    await kill(sender);
  }
}

describe('a process killed while it sends webhooks', () => {
  let folder: string;
  let receivers: Receiver[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'headlesspro-webhooks-'));
    receivers = [await startReceiver(), await startReceiver()];
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    for (const receiver of receivers) await receiver.close();
  });

  test('has lost nothing when another goes on, on SQLite', async () => {
    const path = join(folder, 'store.db');
    await prepare(await openSqliteEngine({ ...options, path }), receivers);
    await killAgainAndAgain(path, receivers, 4);
    expect(receivers.reduce((sum, receiver) => sum + missing(receiver), 0)).toBeGreaterThan(0);
    const last = startSender(path);
    for (const receiver of receivers) {
      await expect.poll(() => missing(receiver), { timeout: 60_000 }).toBe(0);
    }
    await kill(last);
  });
});

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
