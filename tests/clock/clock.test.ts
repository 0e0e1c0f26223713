import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createControlClient } from '../../emulator/controls/control-client.ts';
import { startTestStore, type TestStore } from '../../emulator/testing/start-test-store.ts';
import type { Body } from '../catalog/given-store.ts';

let store: TestStore;

beforeAll(async () => {
  store = await startTestStore({ seed: 'fashion' });
});

afterAll(() => store.close());

const clock = () => createControlClient(store);

async function ask(route: string, body?: unknown): Promise<Body> {
  const [method = 'GET', path = '/'] = route.split(' ');
  const response = await fetch(`${store.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${store.secretKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
}

const now = async () => (await clock().call('clock.show', {})).now;

async function reserve(minutes: number): Promise<Body> {
  const products = await ask('GET /v1/products?pageSize=1');
  const variantId = products.data[0].variants[0].id;
  const expiresAt = new Date(Date.parse(await now()) + minutes * 60_000).toISOString();
  const reservation = await ask('POST /v1/inventory/reservations', { variantId, quantity: 1, expiresAt });
  expect(reservation.state).toBe('held');
  return reservation;
}

async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.fail('It was not refused.'),
    (error: unknown) => error,
  );
}

describe('the clock of a store', () => {
  test("is the machine's until it is moved", async () => {
    const shown = await clock().call('clock.show', {});
    expect(shown).toMatchObject({ mode: 'real', aheadSeconds: 0 });
    expect(Math.abs(Date.parse(shown.now) - Date.now())).toBeLessThan(1000);
  });

  test('lets reservations expire, each at its moment, and says what happened', async () => {
    const [soon, later, never] = [await reserve(10), await reserve(120), await reserve(60 * 24 * 30)];
    const moved = await clock().call('clock.advance', { by: '3 days' });
    expect(moved.events).toMatchObject({ 'inventory.released': 2 });
    expect(moved.work).toMatchObject({ 'catalog.expire-reservations': expect.any(Number) });
    expect(moved.clock.mode).toBe('moved');
    expect(Date.parse(moved.clock.now) - Date.parse(moved.from)).toBeGreaterThanOrEqual(3 * 86_400_000);
    const read = ({ id }: Body) => ask(`GET /v1/inventory/reservations/${id}`);
    expect(await read(soon)).toMatchObject({ state: 'expired', updatedAt: soon.expiresAt });
    expect(await read(later)).toMatchObject({ state: 'expired', updatedAt: later.expiresAt });
    expect(await read(never)).toMatchObject({ state: 'held' });
  });

  test('is the time of what is written from then on', async () => {
    const location = await ask('POST /v1/inventory/locations', { name: 'Later', country: 'DE' });
    const apart = Math.abs(Date.parse(location.createdAt) - Date.parse(await now()));
    expect(apart).toBeLessThan(2000);
  });

  test('stands still when frozen, moves all the same, and runs on from there', async () => {
    const frozen = await clock().call('clock.freeze', {});
    expect(frozen.mode).toBe('frozen');
    const one = await ask('POST /v1/inventory/locations', { name: 'One', country: 'DE' });
    const two = await ask('POST /v1/inventory/locations', { name: 'Two', country: 'DE' });
    expect([one.createdAt, two.createdAt]).toEqual([frozen.now, frozen.now]);
    const moved = await clock().call('clock.advance', { by: '1h 30m' });
    expect(moved.clock).toMatchObject({ mode: 'frozen' });
    expect(Date.parse(moved.clock.now) - Date.parse(frozen.now)).toBe(90 * 60_000);
    expect(await now()).toBe(moved.clock.now);
    const resumed = await clock().call('clock.resume', {});
    expect(resumed.mode).toBe('moved');
    expect(Date.parse(resumed.now) - Date.parse(moved.clock.now)).toBeLessThan(1000);
  });

  test('is set to a later time, and never to an earlier one', async () => {
    const before = Date.parse(await now());
    const to = new Date(before + 60_000).toISOString();
    expect(await clock().call('clock.set', { to })).toMatchObject({ clock: { mode: 'moved' } });
    const refused = await refusal(clock().call('clock.set', { to: '2020-01-01' }));
    expect(refused).toMatchObject({ code: 'clock_backwards', hint: expect.stringContaining('hp reset') });
    expect(await refusal(clock().call('clock.set', { to: 'now' }))).toMatchObject({
      code: 'clock_backwards',
    });
    expect(Date.parse(await now())).toBeGreaterThanOrEqual(before + 60_000);
  });

  test.each([
    ['clock.advance', { by: 'a while' }],
    ['clock.advance', { by: '9000 years' }],
    ['clock.advance', { by: '99999999999 days' }],
    ['clock.advance', { by: '99999999999 years' }],
    ['clock.set', { to: '9999-12-31T23:59:59-12:00' }],
    ['clock.set', { to: 'tomorrow' }],
    ['clock.set', { to: '2027-02-30' }],
    ['clock.set', { to: '2027-01-01T10:00:00' }],
  ] as const)('refuses %s %o, which it does not understand', async (id, input) => {
    const call =
      id === 'clock.set'
        ? clock().call(id, input as { to: string })
        : clock().call(id, input as { by: string });
    expect(await refusal(call)).toMatchObject({ code: 'clock_unreadable' });
  });

  test('moves one after the other where two ask at once', async () => {
    await clock().call('clock.freeze', {});
    const before = Date.parse(await now());
    const moves = await Promise.all([1, 2, 3].map(() => clock().call('clock.advance', { by: '1 day' })));
    const ends = moves.map((move) => (Date.parse(move.clock.now) - before) / 86_400_000).sort();
    expect(ends).toEqual([1, 2, 3]);
  });

  test('passes a year in seconds', async () => {
    const begun = performance.now();
    const moved = await clock().call('clock.advance', { by: '1 year' });
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(moved.stops).toBeLessThan(1001);
  });
});

test('every sandbox has a clock of its own, which it is copied with', async () => {
  const sandboxes = await Promise.all([1, 2].map(() => clock().call('sandboxes.create', {})));
  const [one, two] = sandboxes.map(({ secretKey }) => createControlClient({ url: store.url, secretKey }));
  const moved = await one?.call('clock.advance', { by: '10 days' });
  expect(moved?.clock.mode).toBe('moved');
  expect(await two?.call('clock.show', {})).toMatchObject({ mode: 'real' });
});
