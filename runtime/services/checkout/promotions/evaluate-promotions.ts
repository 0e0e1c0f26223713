import { discountLines, type LineDiscount } from './discount-lines.ts';
import { eligibleLines } from './eligible-lines.ts';
import type { PromotionRejection, PromotionRequest, PromotionRule } from './promotion-rule.ts';
import { rejectionOf } from './rejection-of.ts';

/*
 * Which promotions a cart gets. They are taken by priority, the highest first, then the older one. Each works on
 * what earlier ones left of the lines. An exclusive promotion applies alone: where it comes first, nothing follows
 * it; where something applied before it, it is put out.
 */

export interface AppliedPromotion {
  readonly promotion: PromotionRule;
  /** Off the lines; empty for free shipping. */
  readonly allocations: readonly LineDiscount[];
}

export interface RejectedPromotion extends PromotionRejection {
  readonly promotion: PromotionRule;
}

export interface EvaluatedPromotions {
  /** In the order in which they were applied. */
  readonly applied: readonly AppliedPromotion[];
  readonly rejected: readonly RejectedPromotion[];
}

export function comparePromotions(left: PromotionRule, right: PromotionRule): number {
  return right.priority - left.priority || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);
}

/** Why a promotion that would apply may not, beside what has been applied. */
function unstackable(
  promotion: PromotionRule,
  applied: readonly AppliedPromotion[],
): PromotionRejection | undefined {
  const exclusive = applied.find((other) => other.promotion.stacking === 'exclusive');
  if (exclusive) return { rule: 'stacking', reason: `"${exclusive.promotion.name}" applies alone.` };
  const [first] = applied;
  if (promotion.stacking === 'exclusive' && first) {
    return { rule: 'stacking', reason: `It applies alone, and "${first.promotion.name}" goes before it.` };
  }
  return undefined;
}

export function evaluatePromotions(
  promotions: readonly PromotionRule[],
  request: PromotionRequest,
): EvaluatedPromotions {
  const applied: AppliedPromotion[] = [];
  const rejected: RejectedPromotion[] = [];
  let lines = request.lines;
  for (const promotion of promotions.toSorted(comparePromotions)) {
    const rejection = rejectionOf(promotion, request) ?? unstackable(promotion, applied);
    if (rejection) {
      rejected.push({ promotion, ...rejection });
      continue;
    }
    const allocations = discountLines(promotion, eligibleLines(promotion, lines), request.currency);
    if (promotion.kind !== 'free_shipping' && allocations.length === 0) {
      rejected.push({ promotion, rule: 'nothing_left', reason: 'Nothing is left for it to take off.' });
      continue;
    }
    applied.push({ promotion, allocations });
    const off = new Map(allocations.map(({ lineId, amount }) => [lineId, amount]));
    lines = lines.map((line) => ({ ...line, amount: line.amount - (off.get(line.id) ?? 0) }));
  }
  return { applied, rejected };
}
