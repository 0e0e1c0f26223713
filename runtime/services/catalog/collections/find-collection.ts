import type { Context } from '../../../context/context.ts';
import { defaultLocaleKey } from '../products/collections.ts';
import { type ProductCollection, productCollections } from './collections.ts';

/** By id, or by a slug of any locale. */
export async function findCollection(
  context: Context,
  idOrSlug: string,
): Promise<ProductCollection | undefined> {
  if (idOrSlug.startsWith('coll_')) return context.store.get(productCollections, idOrSlug);
  const locales = [defaultLocaleKey, ...context.config.locales.slice(1).map(({ code }) => code)];
  for (const locale of locales) {
    const found = await context.store.find(productCollections, 'bySlug', { locale, slug: idOrSlug });
    if (found) return found;
  }
  return undefined;
}
