import type { Context } from '../../../context/context.ts';
import { categories } from './collections.ts';

/** The categories and all above them, each once. */
export async function ancestorsOf(context: Context, categoryIds: readonly string[]): Promise<string[]> {
  if (categoryIds.length === 0) return [];
  const found = await context.store.getMany(categories, categoryIds);
  return [...new Set(found.flatMap((category) => (category ? [...category.path, category.id] : [])))];
}
