import type { Static } from 'typebox';
import type { Discount as DiscountSchema } from '../../../contract/schema/sale.ts';
import { unitsAmount } from '../../../money/index.ts';
import type { Promotion } from './collections.ts';
import { discountLines, type LineDiscount } from './discount-lines.ts';
import { eligibleLines } from './eligible-lines.ts';
import { type AppliedPromotion, comparePromotions } from './evaluate-promotions.ts';
import type { DiscountableLine, PromotionRule } from './promotion-rule.ts';

/*
 * What promotions take off something that was sold and is worked out anew. Units that were bought keep what was taken
 * off them, to the cent, whatever has become of the promotion; so no line changes unless its own units do. Units that
 * come get the percentages of promotions that are as they were then: an amount was given once, and is not given again.
 */

export type Discount = Static<typeof DiscountSchema>;

export interface GrantedLine extends DiscountableLine {
  /** Units that were bought before, also those that go; 0 of what is new. */
  readonly agreedQuantity: number;
}

/** A promotion as the order remembers it, where it is gone or another one by now. */
function rememberedRule({ promotionId: id, name, code, target }: Discount): PromotionRule {
  const nobody = { productIds: [], collectionIds: [], categoryIds: [], channels: [], customerGroups: [] };
  const whenever = { startsAt: null, endsAt: null, usageLimit: null, usageLimitPerCustomer: null };
  return {
    ...{ id, name, code, status: 'archived', percentage: null, amounts: [], minimumSubtotals: [] },
    ...{ kind: target === 'shipping' ? 'free_shipping' : 'amount', buyQuantity: null, getQuantity: null },
    ...{ ...nobody, ...whenever, priority: 0, stacking: 'combinable' },
  };
}

/** What was taken off the units that stay: of a line of 3 that becomes 2, the parts of two units. */
function keptAllocations({ allocations }: Discount, lines: readonly GrantedLine[]): LineDiscount[] {
  return lines.flatMap(({ id, quantity, agreedQuantity }) => {
    const off = allocations.find((allocation) => allocation.lineId === id)?.amount.amount ?? 0;
    const kept = Math.min(quantity, agreedQuantity);
    if (off === 0 || kept === 0) return [];
    return [{ lineId: id, amount: unitsAmount(off, agreedQuantity, 0, kept) }];
  });
}

/** The units that come, as lines of their own, at what is left of them. */
function newUnits(lines: readonly GrantedLine[], off: ReadonlyMap<string, number>): DiscountableLine[] {
  return lines.flatMap((line) => {
    const quantity = line.quantity - line.agreedQuantity;
    if (quantity <= 0) return [];
    const amount = (line.amount / line.quantity) * quantity - (off.get(line.id) ?? 0);
    return [{ ...line, quantity, amount }];
  });
}

function sumByLine(parts: readonly LineDiscount[]): LineDiscount[] {
  const sums = new Map<string, number>();
  for (const { lineId, amount } of parts) sums.set(lineId, (sums.get(lineId) ?? 0) + amount);
  return [...sums].map(([lineId, amount]) => ({ lineId, amount }));
}

/** `found` are those promotions that are still there, as they are now. */
export function grantedPromotions(
  granted: { readonly discounts: readonly Discount[]; readonly at: string },
  found: readonly Promotion[],
  lines: readonly GrantedLine[],
  currency: string,
): AppliedPromotion[] {
  // What percentages before have taken off new units: each works on what earlier ones left.
  const off = new Map<string, number>();
  const known = granted.discounts.map((discount) => {
    const promotion = found.find(
      ({ id, updatedAt }) => id === discount.promotionId && updatedAt <= granted.at,
    );
    return { discount, rule: promotion ?? rememberedRule(discount) };
  });
  return known
    .toSorted((one, other) => comparePromotions(one.rule, other.rule))
    .map(({ discount, rule }) => {
      const kept = keptAllocations(discount, lines);
      const added =
        rule.kind === 'percentage'
          ? discountLines(rule, eligibleLines(rule, newUnits(lines, off)), currency)
          : [];
      for (const { lineId, amount } of added) off.set(lineId, (off.get(lineId) ?? 0) + amount);
      return { promotion: rule, allocations: sumByLine([...kept, ...added]) };
    })
    .filter(({ promotion, allocations }) => promotion.kind === 'free_shipping' || allocations.length > 0);
}
