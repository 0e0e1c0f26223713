import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluatePromotions } from '../promotions/evaluate-promotions.ts';
import type { PromotionRule } from '../promotions/promotion-rule.ts';
import { taxOfAmount } from '../taxes/tax-of-amount.ts';
import { cartDiscounts, cartTotals, discountByLine } from './cart-totals.ts';
import type { PricedLine } from './price-lines.ts';

/*
 * Carts at random: up to eight lines of any price, with or without tax in it, up to four promotions of any kind.
 * What is checked holds for every cart, whatever its rules.
 */

interface RandomLine {
  readonly unit: number;
  readonly quantity: number;
  readonly includesTax: boolean;
  readonly rate: number;
}

const anyLine = fc.record<RandomLine>({
  unit: fc.nat(1_000_000),
  quantity: fc.integer({ min: 1, max: 20 }),
  includesTax: fc.boolean(),
  rate: fc.constantFrom(0, 5, 7, 8.875, 19, 25),
});

const anyPromotion = fc.oneof<fc.Arbitrary<Partial<PromotionRule>>[]>(
  fc.double({ min: 0.01, max: 100, noNaN: true }).map((percentage) => ({ kind: 'percentage', percentage })),
  fc.nat(5_000_000).map((amount) => ({ kind: 'amount', amounts: [{ amount, currency: 'EUR' }] })),
  fc
    .record({ buyQuantity: fc.integer({ min: 1, max: 4 }), getQuantity: fc.integer({ min: 1, max: 4 }) })
    .map((quantities) => ({ kind: 'buy_x_get_y', ...quantities })),
  fc.constant<Partial<PromotionRule>>({ kind: 'free_shipping' }),
);

function rule(changes: Partial<PromotionRule>, index: number): PromotionRule {
  return {
    ...{
      id: `p${index}`,
      name: `p${index}`,
      status: 'active',
      code: null,
      kind: 'percentage',
      percentage: null,
    },
    ...{ amounts: [], buyQuantity: null, getQuantity: null, productIds: [], collectionIds: [] },
    ...{
      categoryIds: [],
      channels: [],
      customerGroups: [],
      minimumSubtotals: [],
      startsAt: null,
      endsAt: null,
    },
    ...{ usageLimit: null, usageLimitPerCustomer: null, priority: 0, stacking: 'combinable', ...changes },
  };
}

function priced(id: string, unit: number, quantity: number): PricedLine {
  const remembered = { productId: 'p', title: 't', variantTitle: '', sku: null, imageUrl: null };
  const line = { id, variantId: 'v', quantity, customData: [], giftMessage: null, remembered };
  return { line, quote: undefined, unitAmount: unit, amount: unit * quantity, problems: [] };
}

function worked(
  items: readonly RandomLine[],
  promotions: readonly Partial<PromotionRule>[],
  shippingPrice: number,
) {
  const lines = items.map(({ unit, quantity }, index) => priced(`l${index}`, unit, quantity));
  const { applied } = evaluatePromotions(promotions.map(rule), {
    ...{
      now: '2026-01-01T00:00:00.000Z',
      currency: 'EUR',
      channel: 'web',
      customerGroup: null,
      uses: new Map(),
    },
    lines: lines.map(({ line: { id, quantity }, amount }) => ({
      ...{ id, quantity, amount, productId: 'p', collectionIds: [], categoryIds: [] },
    })),
  });
  const off = discountByLine(applied);
  const discounts = cartDiscounts(applied, shippingPrice);
  const isFreed = discounts.some(({ target }) => target === 'shipping');
  const taxes = [
    ...items.map(({ includesTax, rate }, index) => {
      const amount = (lines[index]?.amount ?? 0) - (off.get(`l${index}`) ?? 0);
      return { id: `l${index}`, name: 'VAT', rate, taxed: taxOfAmount(amount, includesTax, rate, false) };
    }),
    {
      id: 'shipping',
      name: 'VAT',
      rate: 19,
      taxed: taxOfAmount(isFreed ? 0 : shippingPrice, true, 19, false),
    },
  ];
  return { off, discounts, taxes, lines, totals: cartTotals(lines, discounts, shippingPrice, taxes) };
}

const cart = [
  fc.array(anyLine, { maxLength: 8 }),
  fc.array(anyPromotion, { maxLength: 4 }),
  fc.nat(5000),
] as const;

test('totals are the sums of their parts, and nothing is negative', () => {
  fc.assert(
    fc.property(...cart, (items, promotions, shippingPrice) => {
      const { totals, taxes, lines, off } = worked(items, promotions, shippingPrice);
      expect(totals.total.net + totals.total.tax).toBe(totals.total.gross);
      expect(totals.lines.gross + totals.shipping.gross).toBe(totals.total.gross);
      expect(totals.taxes.reduce((sum, { tax }) => sum + tax, 0)).toBe(totals.total.tax);
      const parts = [totals.discount, totals.shippingDiscount, totals.total.net, totals.total.tax];
      const ofTaxes = taxes.flatMap(({ taxed }) => [taxed.net, taxed.tax]);
      expect(Math.min(...parts, ...ofTaxes)).toBeGreaterThanOrEqual(0);
      expect(lines.every(({ line, amount }) => (off.get(line.id) ?? 0) <= amount)).toBe(true);
    }),
  );
});

test('the allocations of a discount are the discount, and those of the lines all there is', () => {
  fc.assert(
    fc.property(...cart, (items, promotions, shippingPrice) => {
      const { discounts, off, totals } = worked(items, promotions, shippingPrice);
      for (const { target, amount, allocations } of discounts) {
        const allocated = allocations.reduce((sum, allocation) => sum + allocation.amount, 0);
        expect(allocated).toBe(target === 'lines' ? amount : 0);
      }
      expect([...off.values()].reduce((sum, amount) => sum + amount, 0)).toBe(totals.discount);
      expect(totals.shippingDiscount).toBeLessThanOrEqual(shippingPrice);
    }),
  );
});

test('splitting lines changes neither the subtotal nor what a promotion takes off', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 5 }), anyPromotion, (items, promotion) => {
      const split = items.flatMap((item) =>
        Array.from({ length: item.quantity }, () => ({ ...item, quantity: 1 })),
      );
      const [whole, parts] = [worked(items, [promotion], 490), worked(split, [promotion], 490)];
      expect(parts.totals.subtotal).toBe(whole.totals.subtotal);
      expect(parts.totals.discount).toBe(whole.totals.discount);
    }),
  );
});
