import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/index.ts';
import { parseConfig } from '../../runtime/config/index.ts';

let directory: string;
const running: Emulator[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'emulator-'));
});
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
  await rm(directory, { recursive: true, force: true });
});

async function start(port = 0): Promise<Emulator> {
  const { config } = parseConfig({ name: 'Test store' });
  const emulator = await startEmulator({ directory, config, port, host: '127.0.0.1', seed: 'empty' });
  running.push(emulator);
  return emulator;
}

function clientOf(emulator: Emulator): Stripe {
  const { hostname, port } = new URL(emulator.simulators.stripe ?? '');
  return new Stripe('sk_test_shop', { host: hostname, port, protocol: 'http' });
}

/** A free port whose tenth neighbour somebody has. */
async function takenNeighbour() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port: port - 10, close: () => new Promise((resolve) => server.close(resolve)) };
}

test('the emulator runs Stripe; a reset empties it and keeps its address', async () => {
  const emulator = await start();
  await clientOf(emulator).customers.create({ name: 'Ada' });
  const before = emulator.simulators.stripe;
  await emulator.reset('empty');
  expect(emulator.simulators.stripe).toBe(before);
  expect((await clientOf(emulator).customers.list()).data).toEqual([]);
});

test('what Stripe was told is there after a restart', async () => {
  const first = await start();
  const { id } = await clientOf(first).customers.create({ name: 'Ada' });
  await running.pop()?.close();
  expect(await clientOf(await start()).customers.retrieve(id)).toMatchObject({ name: 'Ada' });
});

test('a taken port is no obstacle', async () => {
  const neighbour = await takenNeighbour();
  const emulator = await start(neighbour.port);
  expect((await clientOf(emulator).customers.list()).data).toEqual([]);
  await neighbour.close();
});
