import type { Context } from '../../../context/context.ts';
import { availabilityOf } from '../inventory/index.ts';
import { priceCandidates } from '../prices/candidates.ts';
import { type PriceCandidate, selectPrice } from '../prices/select-price.ts';
import { localeChain, localized, type Selection, selectsNothing } from '../selection.ts';
import { embedded, type Product, type Variant } from './product.ts';

type SelectedPrice = NonNullable<Variant['price']>;

export function selectedPrice(candidate: PriceCandidate): SelectedPrice {
  const { amount, currency, compareAtAmount, includesTax, id, list } = candidate;
  return { amount, currency, compareAtAmount, includesTax, priceId: id, priceListId: list?.id ?? null };
}

function localizedProduct(product: Product, chain: readonly string[]): Product {
  const texts = localized(product, ['title', 'slug', 'description'], chain);
  const translations = chain.flatMap((locale) =>
    product.translations.filter((found) => found.locale === locale),
  );
  if (translations.length === 0) return texts;
  const nearestFirst = [...translations].reverse();
  const seo = { ...product.seo };
  for (const translation of nearestFirst) {
    if (translation.seo.title !== null) seo.title = translation.seo.title;
    if (translation.seo.description !== null) seo.description = translation.seo.description;
  }
  const attributes = Object.assign(
    {},
    product.attributes,
    ...nearestFirst.map((translation) => translation.attributes),
  );
  return { ...texts, seo, attributes };
}

/** Variants with the price and the availability that a selection asks for: a few reads for all of them. */
export async function presentVariants(
  context: Context,
  variants: readonly Variant[],
  selection: Selection,
): Promise<Variant[]> {
  const { currency, channel, country, customerGroup } = selection;
  const candidates = currency === null ? undefined : await priceCandidates(context, variants);
  const available = channel === null ? undefined : await availabilityOf(context, variants, channel);
  const now = context.clock.now().toISOString();
  const priceOf = (variant: Variant) => {
    if (!candidates || currency === null) return {};
    const request = { currency, channel, country, customerGroup, quantity: 1, now };
    const winner = selectPrice(candidates.get(variant.id) ?? [], request);
    return { price: winner ? selectedPrice(winner) : null };
  };
  return variants.map((variant) => {
    const availability = available?.get(variant.id);
    return { ...variant, ...priceOf(variant), ...(availability ? { availability } : {}) };
  });
}

/** Products as a selection shows them: texts of a locale, prices, availability, the first variants. */
export async function presentProducts(
  context: Context,
  products: readonly Product[],
  selection: Selection,
): Promise<Product[]> {
  const cut = products.map(embedded);
  if (selectsNothing(selection)) return cut;
  const chain = selection.locale === null ? [] : localeChain(context.config, selection.locale);
  const presented = await presentVariants(
    context,
    cut.flatMap((product) => product.variants),
    selection,
  );
  let next = 0;
  return cut.map((product) => {
    const variants = presented.slice(next, next + product.variants.length);
    next += product.variants.length;
    return { ...localizedProduct(product, chain), variants };
  });
}
