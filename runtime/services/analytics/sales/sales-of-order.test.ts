import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenOrder, idOf } from '../../../../tests/fixtures/order.ts';
import { dividedHalfEven, presentSales } from './present-sales.ts';
import { addFigures, noSales } from './sales-figures.ts';
import { type MadeRefund, salesOfOrder } from './sales-of-order.ts';

const placedAt = '2026-03-01T23:30:00.000Z';
const money = (amount: number) => ({ amount, currency: 'EUR' });
const refund = (number: number, amount: number, createdAt: string): MadeRefund => ({
  ...{ id: idOf('oref', number), kind: 'refund', state: 'completed', amount: money(amount), createdAt },
});
const given = (changes = {}) =>
  givenOrder(1, placedAt, { lines: [{ quantity: 3, price: 1000 }], shipping: 490, discount: 300, changes });

describe('an order', () => {
  it('counts on the day of the time zone on which it was placed', () => {
    expect(salesOfOrder(given(), [], 'Europe/Berlin')).toMatchObject([
      {
        day: '2026-03-02',
        channel: 'web',
        currency: 'EUR',
        figures: { orders: 1, units: 3, gross: 3190, discounts: 300 },
      },
    ]);
    expect(salesOfOrder(given(), [], 'UTC')[0]?.day).toBe('2026-03-01');
  });

  it('counts a refund on the day that it was made', () => {
    const [placed, refunded] = salesOfOrder(
      given({ credited: money(1000) }),
      [refund(1, 1000, '2026-03-09T10:00:00.000Z')],
      'UTC',
    );
    expect(placed?.figures).toMatchObject({ gross: 3190, refunds: 0 });
    expect(refunded).toMatchObject({ day: '2026-03-09', figures: { orders: 0, refunds: 1000 } });
  });

  it('counts no more as taken back than was credited, and nothing of what an edit made it cost less', () => {
    const paidBack = (kind: MadeRefund['kind']) => ({
      ...{ ...refund(1, 1000, '2026-03-09T10:00:00.000Z'), kind },
    });
    const figures = (kind: MadeRefund['kind'], credited: number) =>
      salesOfOrder(given({ credited: money(credited) }), [paidBack(kind)], 'UTC')
        .map((day) => day.figures.refunds + day.figures.cancelled)
        .reduce((sum, amount) => sum + amount);
    expect([figures('edit', 0), figures('refund', 0), figures('refund', 400)]).toEqual([0, 0, 400]);
  });

  it('counts the money that was taken for it on the days that it was', () => {
    const captures = [
      { amount: 2000, occurredAt: '2026-03-03T10:00:00.000Z' },
      { amount: 1190, occurredAt: '2026-03-04T23:30:00.000Z' },
    ];
    const days = salesOfOrder(given(), [], 'Europe/Berlin', captures);
    expect(days.map(({ day, figures }) => [day, figures.gross, figures.captured])).toEqual([
      ...[
        ['2026-03-02', 3190, 0],
        ['2026-03-03', 0, 2000],
        ['2026-03-05', 0, 1190],
      ],
    ]);
  });

  it('does not count a refund that no provider has been asked for yet', () => {
    const pending = { ...refund(1, 1000, '2026-03-09T10:00:00.000Z'), state: 'pending' as const };
    expect(salesOfOrder(given(), [pending], 'UTC')).toHaveLength(1);
  });

  it('that is cancelled ends at nothing, however much of it was refunded', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1500 }), { maxLength: 2 }), (amounts) => {
        const order = given({ state: 'cancelled', cancelledAt: '2026-03-05T10:00:00.000Z' });
        const refunds = amounts.map((amount, index) =>
          refund(index, amount, `2026-03-0${index + 4}T10:00:00.000Z`),
        );
        const days = salesOfOrder(order, refunds, 'UTC');
        const figures = days.reduce((sum, day) => addFigures(sum, day.figures), noSales);
        const row = presentSales({ period: null, channel: null, currency: 'EUR', figures });
        expect(row).toMatchObject({ net: money(0), tax: money(0), units: 0, orders: 1, cancelledOrders: 1 });
      }),
    );
  });

  it('gives the tax back in shares that add up to the cent', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 }), (amounts) => {
        const order = given();
        const total = order.totals.total.gross.amount;
        const paidBack = amounts.reduce((sum, amount) => sum + amount, 0);
        const last = Math.max(0, total - paidBack);
        const refunds = [...amounts, last].map((amount, index) =>
          refund(index, amount, `2026-03-10T10:00:${String(index).padStart(2, '0')}.000Z`),
        );
        const credited = money(paidBack + last);
        const days = salesOfOrder({ ...order, credited }, refunds, 'UTC');
        const { taxReturned } = days.reduce((sum, day) => addFigures(sum, day.figures), noSales);
        expect(taxReturned).toBe(order.totals.total.tax.amount);
      }),
    );
  });
});

it('averages half-even', () => {
  expect([5, 15, 7, -5].map((amount) => dividedHalfEven(amount, 2))).toEqual([2, 8, 4, -2]);
  expect(dividedHalfEven(10, 3)).toBe(3);
});
