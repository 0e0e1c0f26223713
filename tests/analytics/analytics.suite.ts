import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { givenOrder, idOf } from '../fixtures/order.ts';
import type { OrderDocument, RefundDocument } from '../fixtures/orders-elsewhere.ts';
import { fashionConfig } from '../fixtures/store-config.ts';
import { type GivenFigures, givenFigures } from './given-figures.ts';

const money = (amount: number, currency = 'EUR') => ({ amount, currency });

function refundOf(order: OrderDocument, number: number, amount: number, createdAt: string): RefundDocument {
  const { currency } = order;
  return {
    ...{ id: idOf('oref', number), version: 1, createdAt, updatedAt: createdAt, orderId: order.id },
    ...{ state: 'completed', kind: 'refund', returnId: null, amount: money(amount, currency), lines: [] },
    ...{ shipping: money(0, currency), other: money(0, currency), parts: [], reason: null, failure: null },
  };
}

/** What happens in a shop, in any order: times are minutes from its first one. */
const happenings = fc.array(
  fc.record({
    minutes: fc.integer({ min: 0, max: 60 * 24 * 60 }),
    channel: fc.constantFrom('web', 'b2b'),
    currency: fc.constantFrom('EUR', 'USD'),
    quantity: fc.integer({ min: 1, max: 5 }),
    price: fc.integer({ min: 1, max: 9999 }),
    product: fc.integer({ min: 1, max: 4 }),
    fate: fc.constantFrom('nothing', 'refund', 'two refunds', 'cancel', 'cancel units'),
    part: fc.integer({ min: 1, max: 99 }),
    twice: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

/** What the figures promise, through the HTTP door, whatever engine stores them. */
export function analyticsSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`figures on ${engineName}`, () => {
    let store: GivenFigures;
    beforeEach(async () => {
      store = await givenFigures(openEngine);
    });
    afterEach(() => store.close());

    const march = 'from=2026-03-01&to=2026-03-31';
    const time = (day: string) => `2026-03-${day}T09:00:00.000Z`;

    it('follow an order from the moment it is placed', async () => {
      await store.tell.order(
        'order.placed',
        givenOrder(1, time('02'), { lines: [{ quantity: 2, price: 1000 }], shipping: 380 }),
      );
      await store.tell.order(
        'order.placed',
        givenOrder(2, time('02'), { lines: [{ quantity: 1, price: 1190 }], discount: 119 }),
      );
      await store.drain();
      const { rows, totals, timeZone } = await store.sales(march);
      expect(timeZone).toBe('Europe/Berlin');
      expect(rows).toMatchObject([
        {
          ...{
            period: '2026-03-02',
            channel: null,
            currency: 'EUR',
            orders: 2,
            cancelledOrders: 0,
            units: 3,
          },
          ...{ gross: money(3451), discounts: money(119), shipping: money(380), refunds: money(0) },
          ...{ tax: money(551), net: money(2900), averageValue: money(1726) },
        },
      ]);
      expect(totals).toMatchObject([{ period: null, gross: money(3451) }]);
    });

    it('group by day, month and channel, and never add currencies up', async () => {
      const one = { lines: [{ quantity: 1, price: 100 }] };
      await store.tell.order('order.placed', givenOrder(1, time('02'), one));
      await store.tell.order('order.placed', givenOrder(2, time('03'), { ...one, channel: 'b2b' }));
      await store.tell.order('order.placed', givenOrder(3, time('03'), { ...one, currency: 'USD' }));
      await store.drain();
      const periods = async (query: string) =>
        (await store.sales(`${march}${query}`)).rows.map(
          (row: Body) => `${row.period} ${row.channel} ${row.currency}`,
        );
      expect(await periods('')).toEqual([
        '2026-03-02 null EUR',
        '2026-03-03 null EUR',
        '2026-03-03 null USD',
      ]);
      expect(await periods('&groupBy=month')).toEqual(['2026-03 null EUR', '2026-03 null USD']);
      expect(await periods('&groupBy=range&byChannel=true')).toEqual([
        'null b2b EUR',
        'null web EUR',
        'null web USD',
      ]);
      expect(await periods('&channel=b2b')).toEqual(['2026-03-03 null EUR']);
      expect(await periods('&currency=USD')).toEqual(['2026-03-03 null USD']);
    });

    it('are refused for a range without end, and without the scope', async () => {
      const answer = await store.request('GET /v1/analytics/sales?from=2026-03-02&to=2026-03-01');
      expect(answer).toMatchObject({
        status: 422,
        body: { code: 'invalid_input', errors: [{ pointer: '/to' }] },
      });
      expect(await store.shopper(`GET /v1/analytics/sales?${march}`)).toMatchObject({ status: 403 });
    });

    it('name the products that sold most, over any range', async () => {
      for (let number = 1; number <= 30; number += 1) {
        const lines = [{ product: number, quantity: number, price: 100 }];
        const day = String((number % 28) + 1).padStart(2, '0');
        await store.tell.order('order.placed', givenOrder(number, time(day), { lines }));
      }
      await store.tell.order(
        'order.placed',
        givenOrder(31, '2026-04-02T09:00:00.000Z', { lines: [{ product: 3, quantity: 90, price: 1 }] }),
      );
      await store.drain();
      const top = async (query: string) =>
        (await store.products(query)).rows.map((row: Body) => [row.title, row.units, row.revenue.amount]);
      expect(await top(`${march}&count=2`)).toEqual([
        ['Product 30', 30, 3000],
        ['Product 29', 29, 2900],
      ]);
      expect(await top('from=2026-03-01&to=2026-04-15&orderBy=units&count=2')).toEqual([
        ['Product 3', 93, 390],
        ['Product 30', 30, 3000],
      ]);
      expect(await top('from=2026-03-02&to=2026-03-02')).toEqual([
        ['Product 29', 29, 2900],
        ['Product 1', 1, 100],
      ]);
    });

    it('say how many carts became orders, by the day that a cart was created', async () => {
      const carts = [];
      for (let number = 0; number < 4; number += 1) {
        carts.push((await store.shopper('POST /v1/carts', {})).body.cart.id);
      }
      const [first, second, third] = carts;
      store.moveClock(3 * 86_400);
      for (const cart of [first, second])
        await store.tell.happened('cart.checkout_started', cart, { id: cart });
      await store.tell.happened('cart.checkout_started', first, { id: first });
      await store.tell.happened('cart.completed', first, { id: first });
      await store.tell.happened('cart.merged', third, { id: third, intoId: second });
      await store.drain();
      const expected = {
        period: '2026-03-01',
        created: 3,
        checkoutStarted: 2,
        completed: 1,
        conversion: 0.3333,
      };
      expect((await store.conversion(march)).rows).toMatchObject([expected]);
      expect(await store.rebuild()).toMatchObject({ carts: 3 });
      expect((await store.conversion(march)).rows).toMatchObject([expected]);
    });

    it('come to the same when they are made anew, whatever has happened, in whatever order, how often', async () => {
      let number = 0;
      await fc.assert(
        fc.asyncProperty(happenings, async (sequence) => {
          for (const {
            minutes,
            channel,
            currency,
            quantity,
            price,
            product,
            fate,
            part,
            twice,
          } of sequence) {
            number += 1;
            const at = (more: number) =>
              new Date(Date.UTC(2026, 2, 1) + (minutes + more) * 60_000).toISOString();
            const lines = [
              { product, quantity, price },
              { product: product + 1, quantity: 1, price: 500 },
            ];
            const order = givenOrder(number, at(0), { lines, channel, currency, shipping: 300 });
            const total = order.totals.total.gross.amount;
            await store.tell.order('order.placed', order);
            if (twice) await store.tell.happened('order.units_cancelled', order.id, {});
            if (fate === 'refund' || fate === 'two refunds') {
              const amount = Math.floor((total * part) / 200) + 1;
              const credited = {
                ...order,
                refunded: money(amount, currency),
                credited: money(amount, currency),
              };
              await store.tell.refund(refundOf(order, number * 10, amount, at(2000)), credited);
              if (fate === 'two refunds') {
                const both = {
                  ...order,
                  refunded: money(2 * amount, currency),
                  credited: money(2 * amount, currency),
                };
                await store.tell.refund(refundOf(order, number * 10 + 1, amount, at(4000)), both);
              }
            }
            if (fate === 'cancel') {
              await store.tell.order('order.cancelled', {
                ...order,
                state: 'cancelled',
                cancelledAt: at(3000),
              });
            }
            if (fate === 'cancel units') {
              const [line, ...others] = order.lines;
              if (!line) return;
              const changed = {
                ...order,
                lines: [{ ...line, cancelledQuantity: 1 }, ...others],
                credited: money(price, currency),
              };
              await store.tell.order('order.units_cancelled', changed);
            }
            if (twice) await store.tell.happened('order.placed', order.id, order);
          }
          await store.drain();
          const before = [
            await store.sales(),
            await store.sales('from=2026-01-01&to=2026-12-31&byChannel=true'),
            await store.products(),
          ];
          const { orders } = await store.rebuild();
          expect(orders).toBe(number);
          const after = [
            await store.sales(),
            await store.sales('from=2026-01-01&to=2026-12-31&byChannel=true'),
            await store.products(),
          ];
          expect(after).toEqual(before);
          for (const row of before[0].totals) {
            expect(row.net.amount).toBe(
              row.gross.amount - row.refunds.amount - row.cancelled.amount - row.tax.amount,
            );
          }
        }),
        { numRuns: 4 },
      );
    }, 60_000);

    it('are in the days of another time zone once they were made anew', async () => {
      const late = '2026-03-01T23:30:00.000Z';
      await store.tell.order('order.placed', givenOrder(1, late, { lines: [{ quantity: 1, price: 100 }] }));
      await store.drain();
      await store.configure({ ...fashionConfig, timeZone: 'UTC' });
      expect(await store.sales(march)).toMatchObject({
        timeZone: 'Europe/Berlin',
        rows: [{ period: '2026-03-02' }],
      });
      await store.rebuild();
      expect(await store.sales(march)).toMatchObject({ timeZone: 'UTC', rows: [{ period: '2026-03-01' }] });
    });
  });
}
