import type { DiscountableLine, PromotionRule } from './promotion-rule.ts';

function overlaps(left: readonly string[], right: readonly string[]): boolean {
  return left.some((value) => right.includes(value));
}

/** The lines that a promotion is about: those of any product, collection or category that it names. */
export function eligibleLines<Line extends DiscountableLine>(
  { productIds, collectionIds, categoryIds }: PromotionRule,
  lines: readonly Line[],
): readonly Line[] {
  if (productIds.length + collectionIds.length + categoryIds.length === 0) return lines;
  return lines.filter(
    (line) =>
      productIds.includes(line.productId) ||
      overlaps(collectionIds, line.collectionIds) ||
      overlaps(categoryIds, line.categoryIds),
  );
}
