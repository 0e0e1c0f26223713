import { allocateByLargestRemainder, percentageOf } from '../../../money/index.ts';
import type { DiscountableLine, PromotionRule } from './promotion-rule.ts';

/** What a promotion takes off a line, in minor units. */
export interface LineDiscount {
  readonly lineId: string;
  readonly amount: number;
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/** An amount spread over lines by what they cost, never more than that. */
function spread(amount: number, lines: readonly DiscountableLine[]): LineDiscount[] {
  const weights = lines.map((line) => line.amount);
  const parts = allocateByLargestRemainder(Math.min(amount, sumOf(weights)), weights);
  return lines.map(({ id }, index) => ({ lineId: id, amount: parts[index] ?? 0 }));
}

/**
 * For every so many units the cheapest ones are got for less: of "buy 2, get 1" over five units, one. Units of a line
 * cost what is left of it after earlier discounts, divided equally; what the division leaves over is not given away.
 */
function discountCheapest(promotion: PromotionRule, lines: readonly DiscountableLine[]): LineDiscount[] {
  const { buyQuantity, getQuantity, percentage } = promotion;
  const get = getQuantity ?? 1;
  const units = sumOf(lines.map(({ quantity }) => quantity));
  let left = Math.floor(units / ((buyQuantity ?? 1) + get)) * get;
  const priced = lines.map((line) => ({ line, unit: Math.floor(line.amount / line.quantity) }));
  const cheapestFirst = priced.toSorted((one, other) => one.unit - other.unit);
  const taken = cheapestFirst.map(({ line, unit }) => {
    const count = Math.min(left, line.quantity);
    left -= count;
    return { line, amount: unit * count };
  });
  const amounts = taken.map(({ amount }) => amount);
  const parts = allocateByLargestRemainder(percentageOf(sumOf(amounts), percentage ?? 100), amounts);
  return taken.map(({ line }, index) => ({ lineId: line.id, amount: parts[index] ?? 0 }));
}

/** What a promotion takes off the lines that it is about. The parts add up to the discount, to the cent. */
export function discountLines(
  promotion: PromotionRule,
  lines: readonly DiscountableLine[],
  currency: string,
): LineDiscount[] {
  const discounts = () => {
    switch (promotion.kind) {
      case 'percentage':
        return spread(
          percentageOf(sumOf(lines.map(({ amount }) => amount)), promotion.percentage ?? 0),
          lines,
        );
      case 'amount':
        return spread(promotion.amounts.find((money) => money.currency === currency)?.amount ?? 0, lines);
      case 'buy_x_get_y':
        return discountCheapest(promotion, lines);
      case 'free_shipping':
        return [];
    }
  };
  return discounts().filter(({ amount }) => amount > 0);
}
