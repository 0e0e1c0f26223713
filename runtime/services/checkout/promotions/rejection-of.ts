import { moneyText } from '../../../money/index.ts';
import { eligibleLines } from './eligible-lines.ts';
import type { PromotionRejection, PromotionRequest, PromotionRule } from './promotion-rule.ts';

function notNamed(list: readonly string[], value: string | null, what: string, rule: string) {
  if (list.length === 0 || (value !== null && list.includes(value))) return undefined;
  return { rule, reason: `It is for the ${what} ${list.join(', ')}; the cart's is ${value ?? 'none'}.` };
}

function outsideDates({ startsAt, endsAt }: PromotionRule, now: string): PromotionRejection | undefined {
  if (startsAt !== null && now < startsAt)
    return { rule: 'not_started', reason: `It begins at ${startsAt}.` };
  if (endsAt !== null && now >= endsAt) return { rule: 'ended', reason: `It ended at ${endsAt}.` };
  return undefined;
}

/** A promotion with limits is used up when as many carts were completed with it. */
export function usedUp(
  { usageLimit, usageLimitPerCustomer }: Pick<PromotionRule, 'usageLimit' | 'usageLimitPerCustomer'>,
  { total, byCustomer }: { readonly total: number; readonly byCustomer: number },
): PromotionRejection | undefined {
  if (usageLimit !== null && total >= usageLimit) {
    return { rule: 'usage_limit', reason: `It can be used ${usageLimit} times, and has been.` };
  }
  if (usageLimitPerCustomer !== null && byCustomer >= usageLimitPerCustomer) {
    return {
      rule: 'usage_limit_per_customer',
      reason: `A customer can use it ${usageLimitPerCustomer} times, and this one has.`,
    };
  }
  return undefined;
}

function belowMinimum({ minimumSubtotals }: PromotionRule, { currency, lines }: PromotionRequest) {
  if (minimumSubtotals.length === 0) return undefined;
  const minimum = minimumSubtotals.find((money) => money.currency === currency);
  if (!minimum) return { rule: 'currency', reason: `It has no minimum in ${currency}.` };
  const subtotal = lines.reduce((sum, { amount }) => sum + amount, 0);
  if (subtotal >= minimum.amount) return undefined;
  return {
    rule: 'minimum_subtotal',
    reason: `It needs a subtotal of ${moneyText(minimum)}; the cart's is ${moneyText({ amount: subtotal, currency })}.`,
  };
}

/** The first rule that puts a promotion out, or undefined where it applies to the cart. */
export function rejectionOf(
  promotion: PromotionRule,
  request: PromotionRequest,
): PromotionRejection | undefined {
  if (promotion.status !== 'active') return { rule: 'status', reason: `It is ${promotion.status}.` };
  const general =
    outsideDates(promotion, request.now) ??
    notNamed(promotion.channels, request.channel, 'channels', 'channel') ??
    notNamed(promotion.customerGroups, request.customerGroup, 'customer groups', 'customer_group') ??
    usedUp(promotion, request.uses.get(promotion.id) ?? { total: 0, byCustomer: 0 }) ??
    belowMinimum(promotion, request);
  if (general) return general;
  const isInCurrency = promotion.amounts.some(({ currency }) => currency === request.currency);
  if (promotion.kind === 'amount' && !isInCurrency) {
    return { rule: 'currency', reason: `It has no amount in ${request.currency}.` };
  }
  const eligible = eligibleLines(promotion, request.lines);
  if (eligible.length === 0) return { rule: 'products', reason: 'The cart holds nothing that it is for.' };
  const units = eligible.reduce((sum, { quantity }) => sum + quantity, 0);
  const needed = (promotion.buyQuantity ?? 0) + (promotion.getQuantity ?? 0);
  if (promotion.kind === 'buy_x_get_y' && units < needed) {
    return {
      rule: 'quantity',
      reason: `It needs ${needed} units; the cart has ${units} of those it is for.`,
    };
  }
  return undefined;
}
