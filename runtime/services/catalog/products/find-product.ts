import type { Context } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { Selection } from '../selection.ts';
import { defaultLocaleKey, products } from './collections.ts';
import { visibleChannels } from './listing.ts';
import type { Product } from './product.ts';

export function noProduct(what: string) {
  return problem(problems.notFound, { detail: `There is no product ${what}.` });
}

/** @throws {Problem} `not_found`. */
export async function requireProduct(context: Context, id: string): Promise<Product> {
  const product = await context.store.get(products, id, { lock: true });
  if (!product) throw noProduct(id);
  return product;
}

/** Whether a selection shows a product: in a channel, only what is visible there now. */
export function isShown(context: Context, product: Product, selection: Selection): boolean {
  if (selection.channel === null) return true;
  return visibleChannels(product, context.clock.now().toISOString()).includes(selection.channel);
}

/** Looks in the locale first, then in the default one; in all where none is asked for. */
export async function findBySlug(
  context: Context,
  slug: string,
  locale: string | null,
): Promise<Product | undefined> {
  const [defaultLocale, ...others] = context.config.locales.map(({ code }) => code);
  const translated = locale === null ? others : [locale].filter((code) => code !== defaultLocale);
  const order = locale === null ? [defaultLocaleKey, ...translated] : [...translated, defaultLocaleKey];
  for (const key of order) {
    const found = await context.store.find(products, 'bySlug', { locale: key, slug });
    if (found) return found;
  }
  return undefined;
}

/** The product of a variant, and the variant. */
export async function findVariant(context: Context, variantId: string) {
  const product = await context.store.find(products, 'byVariant', { variantId });
  const variant = product?.variants.find((candidate) => candidate.id === variantId);
  if (!product || !variant) throw problem(problems.notFound, { detail: `There is no variant ${variantId}.` });
  return { product, variant };
}
