import type { Category, Collection } from '../headlesspro/storefront.js';

export interface CategoryNode {
  readonly category: Category;
  readonly children: readonly CategoryNode[];
}

/** The list of categories as a tree, siblings in the store's order. */
export function categoryTree(
  categories: readonly Category[],
  parentId: string | null = null,
): readonly CategoryNode[] {
  return categories
    .filter((category) => category.parentId === parentId)
    .sort((left, right) => left.position - right.position)
    .map((category) => ({ category, children: categoryTree(categories, category.id) }));
}

/** From the root down to its parent. What is no category has nothing above it. */
export function categoriesAbove(
  place: Category | Collection | null | undefined,
  categories: readonly Category[],
): readonly Category[] {
  if (!place || !('path' in place)) return [];
  return place.path.flatMap((id) => categories.find((category) => category.id === id) ?? []);
}
