import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Body, type GivenStore, givenStore, type OpenEngine } from './given-store.ts';
import { shirt } from './products.suite.ts';

/** Stock: counted, held, shipped, and never promised twice. */
export function inventorySuite(openEngine: OpenEngine): void {
  describe('inventory', () => {
    let store: GivenStore;
    let warehouse: string;
    beforeAll(async () => {
      store = await givenStore(openEngine);
      warehouse = (await store.request('POST /v1/inventory/locations', { name: 'Warehouse' })).body.id;
    });
    afterAll(() => store.close());

    const adjust = (variantId: string, changes: object, locationId = warehouse) =>
      store.request('POST /v1/inventory/adjustments', {
        variantId,
        locationId,
        reason: 'counted',
        ...changes,
      });

    const reserve = (variantId: string, quantity: number, changes: object = {}) =>
      store.request('POST /v1/inventory/reservations', { variantId, quantity, ...changes });

    const move = (reservation: Answer, verb: 'commit' | 'ship' | 'release') =>
      store.request(`POST /v1/inventory/reservations/${reservation.body.id}/${verb}`, {});

    async function levelOf(variantId: string): Promise<Body> {
      const { body } = await store.request(`GET /v1/inventory/levels?variantId=${variantId}`);
      return body.data[0];
    }

    async function variant(onHand: number, changes: object = {}): Promise<string> {
      const answer = await store.request('POST /v1/products', shirt({ options: [], variants: [changes] }));
      expect(answer).toMatchObject({ status: 201 });
      const [{ id }] = answer.body.variants;
      if (onHand > 0) expect(await adjust(id, { onHand })).toMatchObject({ status: 200 });
      return id;
    }

    test('100 parallel reservations of the last 10 units give exactly 10', async () => {
      const id = await variant(10);
      const answers = await Promise.all(Array.from({ length: 100 }, () => reserve(id, 1)));
      const held = answers.filter(({ status }) => status === 201);
      const refused = answers.filter(({ status }) => status !== 201);
      expect(held).toHaveLength(10);
      expect(refused.map(({ status, body }) => `${status} ${body.code}`)).toEqual(
        Array.from({ length: 90 }, () => '409 out_of_stock'),
      );
      expect(await levelOf(id)).toMatchObject({ onHand: 10, reserved: 10, available: 0 });
    });

    test('a refusal says how many there are', async () => {
      const id = await variant(3);
      expect(await reserve(id, 4)).toMatchObject({
        status: 409,
        body: { code: 'out_of_stock', details: { available: 3 } },
      });
      expect(await levelOf(id)).toMatchObject({ reserved: 0, available: 3 });
    });

    test('a reservation that is not committed expires on the clock, and its units are available again', async () => {
      const id = await variant(5);
      const reservation = await reserve(id, 2);
      expect(reservation).toMatchObject({ status: 201, body: { state: 'held', quantity: 2 } });
      const expiresAt = Date.parse(reservation.body.expiresAt);
      expect(expiresAt - store.now().getTime()).toBe(900_000);
      store.moveClock(899);
      await store.drain();
      expect(await levelOf(id)).toMatchObject({ reserved: 2, available: 3 });
      store.moveClock(2);
      await store.drain();
      const path = `GET /v1/inventory/reservations/${reservation.body.id}`;
      expect(await store.request(path)).toMatchObject({ body: { state: 'expired' } });
      expect(await levelOf(id)).toMatchObject({ reserved: 0, available: 5 });
      expect(await move(reservation, 'commit')).toMatchObject({
        status: 409,
        body: { code: 'reservation_state', details: { state: 'expired', allowed: [] } },
      });
    });

    test('a committed reservation stays, and takes its units along when it ships', async () => {
      const id = await variant(5);
      const reservation = await reserve(id, 2);
      expect(await move(reservation, 'commit')).toMatchObject({ status: 200, body: { state: 'committed' } });
      store.moveClock(86_400);
      await store.drain();
      expect(await levelOf(id)).toMatchObject({ onHand: 5, reserved: 2, available: 3 });
      expect(await move(reservation, 'ship')).toMatchObject({ status: 200, body: { state: 'shipped' } });
      expect(await levelOf(id)).toMatchObject({ onHand: 3, reserved: 0, available: 3 });
      const types = (await store.events())
        .filter(({ data }) => (data as Body)?.id === reservation.body.id)
        .map(({ type }) => type);
      expect(types).toEqual(['inventory.reserved', 'inventory.committed', 'inventory.shipped']);
    });

    test('a released reservation gives its units back at once', async () => {
      const id = await variant(4);
      const reservation = await reserve(id, 4);
      expect(await move(reservation, 'release')).toMatchObject({ body: { state: 'released' } });
      expect(await levelOf(id)).toMatchObject({ reserved: 0, available: 4 });
    });

    test('every adjustment is kept with its reason, who made it and what was there after', async () => {
      const id = await variant(8);
      await adjust(id, { change: -2, onHand: undefined, reason: 'damaged', note: 'Fell off the shelf' });
      const { body } = await store.request(`GET /v1/inventory/adjustments?variantId=${id}`);
      expect(body.data).toMatchObject([
        { change: -2, onHandAfter: 6, reason: 'damaged', note: 'Fell off the shelf' },
        { change: 8, onHandAfter: 8, reason: 'counted' },
      ]);
      expect(body.data[0].actor).toMatch(/^key_/);
    });

    test('a variant that may be backordered is promised beyond what is there; another is not tracked at all', async () => {
      const backordered = await variant(1, { inventoryPolicy: 'backorder' });
      expect(await reserve(backordered, 3)).toMatchObject({ status: 201, body: { quantity: 3 } });
      const untracked = await variant(0, { inventoryPolicy: 'untracked' });
      expect(await reserve(untracked, 1000)).toMatchObject({ status: 201 });
    });

    test('units are drawn from several locations, and each keeps its own count', async () => {
      const shop = (await store.request('POST /v1/inventory/locations', { name: 'Shop' })).body.id;
      const id = await variant(2);
      expect(await adjust(id, { onHand: 3 }, shop)).toMatchObject({ status: 200 });
      expect(await reserve(id, 4)).toMatchObject({ status: 201 });
      const { body } = await store.request(`GET /v1/inventory/levels?variantId=${id}`);
      const sum = (name: string) => body.data.reduce((total: number, level: Body) => total + level[name], 0);
      expect([sum('onHand'), sum('reserved'), sum('available')]).toEqual([5, 4, 1]);
      expect(await reserve(id, 2)).toMatchObject({ status: 409, body: { details: { available: 1 } } });
    });
  });
}
