import type { Context } from '../../../context/context.ts';
import { defaultLocaleKey } from '../products/collections.ts';
import { type Category, categories } from './collections.ts';

/** By id, or by a slug of any locale. */
export async function findCategory(context: Context, idOrSlug: string): Promise<Category | undefined> {
  if (idOrSlug.startsWith('cat_')) return context.store.get(categories, idOrSlug);
  const locales = [defaultLocaleKey, ...context.config.locales.slice(1).map(({ code }) => code)];
  for (const locale of locales) {
    const found = await context.store.find(categories, 'bySlug', { locale, slug: idOrSlug });
    if (found) return found;
  }
  return undefined;
}
