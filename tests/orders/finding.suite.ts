import { describe, expect, test } from 'vitest';
import type { Body } from '../catalog/given-store.ts';
import { type GivenOrders, shipped } from './given-orders.ts';

/** How orders are found, and what is told and kept of them. */
export function findingTests(shop: () => GivenOrders): void {
  describe('finding orders', () => {
    const ids = ({ body }: { readonly body: Body }) => body.data.map(({ id }: Body) => id);
    const search = async (query: string) => ids(await shop().request('POST /v1/orders/search', { query }));
    const list = async (filter: string) => ids(await shop().request(`GET /v1/orders?pageSize=100&${filter}`));

    test('by states and channel in any combination, by tag, and by date', async () => {
      const { buy, parcel, request, moveClock } = shop();
      moveClock(15 * 86_400);
      const [paid, waiting] = [await buy(), await buy({ pays: 'bank-transfer' })];
      const day = 'placedFrom=2026-03-15T00:00:00Z';
      expect(await list(day)).toEqual([waiting.id, paid.id]);
      expect(await list('placedBefore=2026-03-15T00:00:00Z')).not.toContain(paid.id);
      expect(await list(`${day}&paymentState=captured`)).toEqual([paid.id]);
      await parcel(waiting, 1, shipped);
      const both = 'state=confirmed&channel=web&fulfilmentState=partially_fulfilled';
      expect(await list(`${day}&${both}`)).toEqual([waiting.id]);
      expect(await list(`${day}&${both}&paymentState=captured`)).toEqual([]);
      expect(await list('channel=b2b')).toEqual([]);
      await request(`PATCH /v1/orders/${paid.id}`, { tags: ['gift', 'gift', 'vip'] });
      expect(await list('tag=vip')).toEqual([paid.id]);
      expect(await request('GET /v1/orders?tag=vip&state=confirmed')).toMatchObject({
        ...{ status: 400, body: { code: 'invalid_filter', errors: [{ pointer: '/tag' }] } },
      });
      const { body: first } = await request(`GET /v1/orders?pageSize=1&${day}`);
      const { body: next } = await request(`GET /v1/orders?pageSize=1&${day}&after=${first.page.next}`);
      expect(next.data).toMatchObject([{ id: paid.id }]);
    });

    test('by number, e-mail, name and SKU', async () => {
      const { buy, copy, order, request, drain } = shop();
      const address = { country: 'DE', city: 'Berlin', postalCode: '10119', addressLine1: 'Torstr. 1' };
      const bought = await buy({
        cart: {
          email: 'Zoe.Quist@example.com',
          shippingAddress: { ...address, firstName: 'Zoë', lastName: 'Quist-Öberg' },
        },
      });
      const { number } = await order(bought);
      expect(await search(number)).toContain(bought.id);
      expect(await search(`#${number}`)).toContain(bought.id);
      expect(await search('ZOE.quist@EXAMPLE.com')).toEqual([bought.id]);
      expect(await search('zoe.quist@example')).toEqual([]);
      expect(await search('quis')).toEqual([bought.id]);
      expect(await search('zoe oberg')).toEqual([bought.id]);
      expect(await search('zoe miller')).toEqual([]);
      const withSku = await copy(bought, { email: null, shippingAddress: null }, { sku: 'TEE-Ö-42' });
      await drain();
      expect(await search('tee-ö-42')).toEqual([withSku.id]);
      await request(`PATCH /v1/orders/${bought.id}`, { email: 'new@example.com' });
      await drain();
      expect(await search('new@example.com')).toEqual([bought.id]);
      expect(await search('zoe.quist@example.com')).toEqual([]);
    });

    test('by its token: a wrong one is answered as if there were no such order', async () => {
      const { buy, shopper, toOrder } = shop();
      const [bought, other] = [await buy(), await buy()];
      await toOrder(bought, 'notes', { text: 'Packed by Eve' });
      await toOrder(bought, 'notes', { text: 'It is on its way', isShownToCustomer: true });
      const read = (verb: string, input: object) => shopper(`POST /v1/orders/${bought.id}/${verb}`, input);
      const found = await read('read', { orderToken: bought.token });
      expect(found).toMatchObject({ status: 200, body: { id: bought.id } });
      for (const secret of ['tags', 'riskScore', 'riskReasons', 'internal']) {
        expect(found.body).not.toHaveProperty(secret);
      }
      for (const verb of ['read', 'progress']) {
        expect(await read(verb, { orderToken: other.token })).toMatchObject({
          ...{ status: 404, body: { code: 'not_found' } },
        });
        expect(await read(verb, {})).toMatchObject({
          ...{ status: 403, body: { code: 'order_token_needed' } },
        });
      }
      const { timeline } = (await read('progress', { orderToken: bought.token })).body;
      const told = timeline.map(({ message }: Body) => message);
      expect(told).toContain('It is on its way');
      expect(told).not.toContain('Packed by Eve');
    });

    test('its timeline says who did what, and why, newest first', async () => {
      const { buy, parcel, toOrder, request } = shop();
      const bought = await buy();
      await parcel(bought, 1, shipped);
      await toOrder(bought, 'notes', { text: 'Call first' });
      const lines = [{ lineId: bought.lineId, quantity: 2 }];
      await toOrder(bought, 'cancel', { lines, reason: 'Sold out' });
      const { body } = await request(`GET /v1/orders/${bought.id}/timeline?pageSize=100`);
      const types = body.data.map(({ type }: Body) => type).toReversed();
      expect(types).toEqual([
        ...['order.placed', 'order.confirmed', 'order.payment_changed', 'order.paid', 'fulfilment.created'],
        ...['fulfilment.packed', 'fulfilment.shipped', 'order.note_added', 'order.units_cancelled'],
        ...['order.completed', 'order.payment_changed', 'order.refunded'],
      ]);
      const entries = Object.fromEntries(body.data.map((entry: Body) => [entry.type, entry]));
      expect(entries['order.units_cancelled']).toMatchObject({
        ...{ reason: 'Sold out', actor: { kind: 'secret' }, isShownToCustomer: true },
      });
      expect(entries['order.note_added']).toMatchObject({ message: 'Call first', isShownToCustomer: false });
      expect(entries['order.paid']).toMatchObject({ actor: { kind: 'system' } });
    });

    test('a person is taken out of an order: its figures stay', async () => {
      const { buy, order, parcel, sendBack, toOrder, request, shopper, drain } = shop();
      const bought = await buy({
        cart: {
          email: 'forget@example.com',
          shippingAddress: {
            ...{ country: 'DE', city: 'Berlin', postalCode: '10119', addressLine1: 'Geheimweg 7' },
            ...{ firstName: 'Vera', lastName: 'Vergessen' },
          },
        },
      });
      expect(await toOrder(bought, 'anonymize')).toMatchObject({
        ...{ status: 409, body: { code: 'order_state' } },
      });
      await parcel(bought, 3, shipped);
      await sendBack(bought, 1);
      await toOrder(bought, 'notes', { text: 'Vera Vergessen rang' });
      await request(`PATCH /v1/orders/${bought.id}`, { note: 'For Vera', reason: 'Vera asked' });
      await toOrder(bought, 'refunds', { amount: 5, reason: 'Vera was angry' });
      const before = await order(bought);
      const anonymous = await toOrder(bought, 'anonymize', { reason: 'Asked to' });
      expect(anonymous).toMatchObject({
        status: 200,
        body: {
          ...{ email: null, note: null, totals: before.totals, number: before.number },
          shippingAddress: { country: 'DE', lastName: null, addressLine1: null },
        },
      });
      await drain();
      const told = [
        await order(bought),
        (await request(`GET /v1/orders/${bought.id}/timeline?pageSize=100`)).body,
        (await request(`GET /v1/returns?orderId=${bought.id}`)).body,
        (await request(`GET /v1/orders/${bought.id}/refunds`)).body,
      ];
      expect(JSON.stringify(told)).not.toMatch(/Vera|Vergessen|Geheimweg|forget@/);
      expect(await search('forget@example.com')).toEqual([]);
      expect(await search('vergessen')).toEqual([]);
      const orderToken = bought.token;
      expect(await shopper(`POST /v1/orders/${bought.id}/read`, { orderToken })).toMatchObject({
        status: 404,
      });
    });
  });
}
