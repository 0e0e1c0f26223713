import { beforeAll, describe, expect, test } from 'vitest';
import type { Body } from '../catalog/given-store.ts';
import { type Bought, type GivenOrders, givenBack, shipped } from './given-orders.ts';

/** Which operations a state allows, as it tells whoever tries another one. */
type Table = Readonly<Record<string, readonly string[]>>;

const orderTable: Table = {
  open: ['orders.orders.confirm', 'orders.orders.cancel'],
  review: ['orders.orders.approve', 'orders.orders.decline'],
  confirmed: ['orders.orders.complete', 'orders.orders.cancel'],
  completed: ['orders.returns.request', 'orders.orders.anonymize', 'orders.orders.cancel of lines'],
  cancelled: ['orders.orders.anonymize'],
};
const orderVerbs: Readonly<Record<string, readonly string[]>> = {
  confirm: ['open'],
  approve: ['review'],
  decline: ['review'],
  complete: ['confirmed'],
  cancel: ['open', 'confirmed'],
  fulfilments: ['confirmed', 'completed'],
  returns: ['confirmed', 'completed'],
  anonymize: ['completed', 'cancelled'],
};

const fulfilmentVerbs: Readonly<Record<string, readonly string[]>> = {
  pack: ['planned'],
  ship: ['packed'],
  deliver: ['shipped'],
  cancel: ['planned', 'packed'],
  lost: ['shipped'],
  'returned-to-sender': ['shipped'],
};
const fulfilmentPaths: Readonly<Record<string, readonly string[]>> = {
  ...{ planned: [], packed: ['pack'], shipped, delivered: [...shipped, 'deliver'], cancelled: ['cancel'] },
  ...{ lost: [...shipped, 'lost'], returned_to_sender: [...shipped, 'returned-to-sender'] },
};
const fulfilmentTable: Table = {
  planned: ['orders.fulfilments.pack', 'orders.fulfilments.cancel'],
  packed: ['orders.fulfilments.ship', 'orders.fulfilments.cancel'],
  shipped: [
    ...['orders.fulfilments.deliver', 'orders.fulfilments.markLost'],
    'orders.fulfilments.returnToSender',
  ],
  ...{ delivered: [], cancelled: [], lost: [], returned_to_sender: [] },
};

const returnVerbs: Readonly<Record<string, readonly string[]>> = {
  approve: ['requested'],
  decline: ['requested'],
  'ship-back': ['approved'],
  receive: ['in_transit'],
  inspect: ['received'],
  complete: ['inspected'],
  cancel: ['requested', 'approved'],
};
const returnPaths: Readonly<Record<string, readonly string[]>> = {
  ...{ requested: [], approved: givenBack.slice(0, 1), in_transit: givenBack.slice(0, 2) },
  ...{ received: givenBack.slice(0, 3), inspected: givenBack.slice(0, 4), completed: givenBack },
  ...{ declined: ['decline'], cancelled: ['cancel'] },
};
const returnTable: Table = {
  requested: ['orders.returns.approve', 'orders.returns.decline', 'orders.returns.cancel'],
  approved: ['orders.returns.shipBack', 'orders.returns.cancel'],
  in_transit: ['orders.returns.receive'],
  received: ['orders.returns.inspect'],
  inspected: ['orders.returns.complete'],
  ...{ completed: [], declined: [], cancelled: [] },
};

/** In every state everything that can be done with orders, parcels and returns is tried. */
export function stateTests(shop: () => GivenOrders): void {
  const refusal = (code: string, state: string, allowed: readonly string[]): Body => ({
    status: 409,
    body: { code, details: { state, allowed: expect.arrayContaining([...allowed]) } },
  });

  describe('states', () => {
    let free: Bought;
    let many: Bought;
    beforeAll(async () => {
      free = await shop().buy({ price: 0, pays: 'nothing', onHand: 1000 });
      many = await shop().buy({ quantity: 150, price: 10, pays: 'bank-transfer', onHand: 1000 });
      await shop().parcel(many, 50, shipped);
    });

    async function orderIn(state: string): Promise<Bought> {
      const { copy, parcel, toOrder } = shop();
      if (state === 'review') return copy(free, { review: { score: 60, reasons: ['amount'] } });
      const order = await copy(free, { isConfirmed: state !== 'open' });
      if (state === 'completed') await parcel(order, 3, shipped);
      if (state === 'cancelled') await toOrder(order, 'cancel');
      return order;
    }

    const cases = (table: Table, verbs: Readonly<Record<string, readonly string[]>>) =>
      Object.keys(table).flatMap((state) =>
        Object.entries(verbs).map(([verb, from]) => [state, verb, from.includes(state)] as const),
      );

    test.each(Object.keys(orderTable))(
      'an order that is %s does what it can, and nothing else',
      async (state) => {
        const { order, toOrder } = shop();
        for (const [, verb, isAllowed] of cases({ [state]: [] }, orderVerbs)) {
          const found = await orderIn(state);
          const lines = [{ lineId: found.lineId, quantity: 1, reason: 'unwanted' }];
          const done = await toOrder(found, verb, verb === 'returns' ? { lines } : {});
          if (isAllowed) expect([verb, done.body.code]).not.toEqual([verb, 'order_state']);
          else expect(done, verb).toMatchObject(refusal('order_state', state, orderTable[state] ?? []));
          if (!isAllowed) expect(await order(found)).toMatchObject({ state });
        }
      },
    );

    test.each(Object.keys(fulfilmentTable))('a parcel that is %s', async (state) => {
      const { parcel, toFulfilment, request } = shop();
      for (const [, verb, isAllowed] of cases({ [state]: [] }, fulfilmentVerbs)) {
        const { id } = await parcel(many, 1, fulfilmentPaths[state]);
        const done = await toFulfilment(id, verb);
        if (isAllowed) expect(done, verb).toMatchObject({ status: 200 });
        else {
          const allowed = fulfilmentTable[state] ?? [];
          expect(done, verb).toMatchObject({
            ...{ status: 409, body: { code: 'fulfilment_state', details: { state, allowed } } },
          });
          expect((await request(`GET /v1/fulfilments/${id}`)).body).toMatchObject({ state });
        }
      }
    });

    test.each(Object.keys(returnTable))('a return that is %s', async (state) => {
      const { sendBack, toReturn, request } = shop();
      const { lineId } = many;
      for (const [, verb, isAllowed] of cases({ [state]: [] }, returnVerbs)) {
        const { id } = await sendBack(many, 1, returnPaths[state]);
        const inspected = { lines: [{ lineId, quantity: 1, disposition: 'discard' }] };
        const input = verb === 'inspect' ? inspected : verb === 'decline' ? { reason: 'Worn.' } : {};
        const done = await toReturn(id, verb, input);
        if (isAllowed) expect(done, verb).toMatchObject({ status: 200 });
        else {
          const allowed = returnTable[state] ?? [];
          expect(done, verb).toMatchObject({
            ...{ status: 409, body: { code: 'return_state', details: { state, allowed } } },
          });
          expect((await request(`GET /v1/returns/${id}`)).body).toMatchObject({ state });
        }
      }
    });

    test('an order from elsewhere has figures that add up, and a cart becomes one order', async () => {
      const { order, request, shopper } = shop();
      const { id, cartId, totals } = await order(free);
      const wrong = { ...totals, total: { ...totals.total, gross: { amount: 1, currency: 'EUR' } } };
      await expect(shop().copy(free, { totals: wrong })).rejects.toThrow('status: 422');
      expect((await shop().copy(free, { cartId })).id).toBe(id);
      expect(await shopper('POST /v1/orders', {})).toMatchObject({ status: 403 });
      expect(await shopper(`POST /v1/orders/${id}/cancel`, {})).toMatchObject({ status: 403 });
      expect(await request('GET /v1/orders/ord_01KJMA0FM00000000000000000')).toMatchObject({ status: 404 });
    });

    test('what somebody decided by an older version of it is not done', async () => {
      const { buy, order, parcel, sendBack, request } = shop();
      const bought = await buy();
      const planned = await parcel(bought, 1);
      await parcel(bought, 1, shipped);
      const back = await sendBack(bought, 1);
      const stale = { 'if-match': '"99"' };
      const lines = [{ lineId: bought.lineId, quantity: 1 }];
      for (const [route, input] of [
        [`orders/${bought.id}/cancel`, { lines }],
        [`orders/${bought.id}/complete`, {}],
        [`orders/${bought.id}/fulfilments`, { lines }],
        [`fulfilments/${planned.id}/pack`, {}],
        [`returns/${back.id}/approve`, {}],
        [`returns/${back.id}/cancel`, {}],
        [`returns/${back.id}/complete`, {}],
      ] as const) {
        const refused = await request(`POST /v1/${route}`, input, stale);
        expect([route, refused.body.code]).toEqual([route, 'version_conflict']);
      }
      const { version } = await order(bought);
      const cancelled = await request(
        `POST /v1/orders/${bought.id}/cancel`,
        { lines },
        { 'if-match': `"${version}"` },
      );
      expect(cancelled).toMatchObject({ status: 200 });
      expect(
        await request(
          `POST /v1/fulfilments/${planned.id}/cancel`,
          {},
          { 'if-match': `"${planned.version}"` },
        ),
      ).toMatchObject({ status: 200 });
    });
  });
}
