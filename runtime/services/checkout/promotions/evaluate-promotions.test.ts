import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatePromotions } from './evaluate-promotions.ts';
import type { DiscountableLine, PromotionRequest, PromotionRule } from './promotion-rule.ts';

function promotion(id: string, changes: Partial<PromotionRule>): PromotionRule {
  return {
    ...{ id, name: id, status: 'active', code: null, kind: 'percentage', percentage: 10, amounts: [] },
    ...{ buyQuantity: null, getQuantity: null, productIds: [], collectionIds: [], categoryIds: [] },
    ...{ channels: [], customerGroups: [], minimumSubtotals: [], startsAt: null, endsAt: null },
    ...{ usageLimit: null, usageLimitPerCustomer: null, priority: 0, stacking: 'combinable', ...changes },
  };
}

function line(id: string, amount: number, changes: Partial<DiscountableLine> = {}): DiscountableLine {
  return { id, productId: `p-${id}`, collectionIds: [], categoryIds: [], quantity: 1, amount, ...changes };
}

function request(
  lines: readonly DiscountableLine[],
  changes: Partial<PromotionRequest> = {},
): PromotionRequest {
  const now = '2026-03-01T00:00:00.000Z';
  return { now, currency: 'EUR', channel: 'web', customerGroup: null, uses: new Map(), lines, ...changes };
}

const given = (promotions: PromotionRule[], asked: PromotionRequest) => evaluatePromotions(promotions, asked);

const discountsOf = (promotions: PromotionRule[], lines: DiscountableLine[]) =>
  given(promotions, request(lines)).applied.map(({ allocations }) =>
    Object.fromEntries(allocations.map(({ lineId, amount }) => [lineId, amount])),
  );

describe('promotions', () => {
  test('a percentage is taken off the lines together, and its parts add up to the cent', () => {
    expect(discountsOf([promotion('a', {})], [line('x', 333), line('y', 333), line('z', 334)])).toEqual([
      { x: 33, y: 33, z: 34 },
    ]);
  });

  test('an amount is spread over what it is for, and is never more than that costs', () => {
    const amounts = [{ amount: 5000, currency: 'EUR' }];
    const rule = promotion('a', { kind: 'amount', amounts, productIds: ['p-x', 'p-y'] });
    expect(discountsOf([rule], [line('x', 1000), line('y', 3000), line('z', 900)])).toEqual([
      { x: 1000, y: 3000 },
    ]);
  });

  test('of two bought and one got, the cheapest is free, for every three', () => {
    const rule = promotion('a', { kind: 'buy_x_get_y', percentage: 100, buyQuantity: 2, getQuantity: 1 });
    const lines = [line('x', 4000, { quantity: 4 }), line('y', 1000, { quantity: 2 })];
    expect(discountsOf([rule], lines)).toEqual([{ y: 1000 }]);
    expect(given([rule], request([line('x', 2000, { quantity: 2 })])).rejected).toMatchObject([
      { rule: 'quantity' },
    ]);
  });

  test('the higher priority goes first, and the next works on what is left', () => {
    const half = promotion('b', { percentage: 50, priority: 10 });
    expect(discountsOf([promotion('a', {}), half], [line('x', 1000)])).toEqual([{ x: 500 }, { x: 50 }]);
  });

  test('an exclusive promotion applies alone, or not at all', () => {
    const first = promotion('b', { stacking: 'exclusive', priority: 1 });
    expect(given([promotion('a', {}), first], request([line('x', 100)]))).toMatchObject({
      applied: [{ promotion: { id: 'b' } }],
      rejected: [{ promotion: { id: 'a' }, rule: 'stacking' }],
    });
    const last = promotion('b', { stacking: 'exclusive', priority: -1 });
    expect(given([promotion('a', {}), last], request([line('x', 100)]))).toMatchObject({
      applied: [{ promotion: { id: 'a' } }],
      rejected: [{ promotion: { id: 'b' }, rule: 'stacking' }],
    });
  });

  test.each([
    ['status', { status: 'draft' }, {}],
    ['not_started', { startsAt: '2026-03-01T00:00:00.001Z' }, {}],
    ['ended', { endsAt: '2026-03-01T00:00:00.000Z' }, {}],
    ['channel', { channels: ['b2b'] }, {}],
    ['customer_group', { customerGroups: ['vip'] }, { customerGroup: 'wholesale' }],
    ['minimum_subtotal', { minimumSubtotals: [{ amount: 1001, currency: 'EUR' }] }, {}],
    ['currency', { minimumSubtotals: [{ amount: 1, currency: 'USD' }] }, {}],
    ['currency', { kind: 'amount', amounts: [{ amount: 1, currency: 'USD' }] }, {}],
    ['products', { categoryIds: ['shoes'] }, {}],
    ['usage_limit', { usageLimit: 3 }, { uses: new Map([['a', { total: 3, byCustomer: 0 }]]) }],
    [
      'usage_limit_per_customer',
      { usageLimitPerCustomer: 1 },
      { uses: new Map([['a', { total: 3, byCustomer: 1 }]]) },
    ],
  ] as const)('is put out by the rule %s', (rule, changes, asked) => {
    expect(given([promotion('a', changes)], request([line('x', 1000)], asked)).rejected).toMatchObject([
      { rule, reason: expect.any(String) },
    ]);
  });

  test('splitting a line changes no discount, and nothing becomes negative', () => {
    const lines = fc.array(fc.record({ unit: fc.nat(100_000), quantity: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 8,
    });
    const kinds = fc.constantFrom<Partial<PromotionRule>>(
      { percentage: 33.33 },
      { kind: 'amount', amounts: [{ amount: 777, currency: 'EUR' }] },
      { kind: 'buy_x_get_y', percentage: 50, buyQuantity: 2, getQuantity: 1 },
    );
    const total = (whole: readonly DiscountableLine[], rule: PromotionRule) =>
      given([rule], request(whole))
        .applied.flatMap(({ allocations }) => allocations)
        .reduce((sum, { amount }) => sum + amount, 0);
    fc.assert(
      fc.property(lines, kinds, (items, changes) => {
        const rule = promotion('a', changes);
        const whole = items.map(({ unit, quantity }, index) =>
          line(`l${index}`, unit * quantity, { quantity }),
        );
        const split = items.flatMap(({ unit, quantity }, index) =>
          Array.from({ length: quantity }, (_, part) => line(`l${index}-${part}`, unit)),
        );
        const discount = total(whole, rule);
        expect(total(split, rule)).toBe(discount);
        expect(discount).toBeLessThanOrEqual(whole.reduce((sum, { amount }) => sum + amount, 0));
      }),
    );
  });
});
