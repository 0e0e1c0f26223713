import type { Context } from '../../../context/context.ts';
import type { CatalogOperations } from '../../../contract/catalog/index.ts';
import type { InputOf, OutputOf } from '../../../contract/operation.ts';
import { availabilityOf } from '../inventory/index.ts';
import { priceCandidates } from '../prices/candidates.ts';
import { explainPrices, type PriceCandidate, type PriceRequest } from '../prices/select-price.ts';
import { localeChain, localized, type Selection, selectionOf } from '../selection.ts';
import { type Listing, listings, products } from './collections.ts';
import { isShown } from './find-product.ts';
import { selectedPrice } from './present.ts';
import type { Product, Variant } from './product.ts';

type Quote = CatalogOperations['catalog.variants.quote'];
type VariantQuote = OutputOf<Quote>['quotes'][number];

const gramsOf = { g: 1, kg: 1000, oz: 28.349523125, lb: 453.59237 } as const;

/**
 * Without `channel`, that of the store's default: what is sold is always sold somewhere. For the group that is named
 * and no other: a cart costs the same, whoever looks at it.
 */
function selectionFor(context: Context, input: InputOf<Quote>): Selection & { readonly channel: string } {
  const selection = selectionOf(context, {
    ...input,
    channel: input.channel ?? context.actor.channel ?? context.config.channels[0]?.key,
  });
  return { ...selection, channel: selection.channel ?? '', customerGroup: input.customerGroup ?? null };
}

function quotedVariant(product: Product, variant: Variant, listing: Listing | undefined, locale: string[]) {
  const { title, slug } = localized(product, ['title', 'slug'], locale);
  const picture = product.media.find(({ mediaId }) => variant.mediaIds.includes(mediaId)) ?? product.media[0];
  const group = 'category:';
  return {
    ...{ productId: product.id, productType: product.productType, title, slug },
    ...{ variantTitle: variant.title, sku: variant.sku, imageUrl: picture?.url ?? null },
    weightGrams: variant.weight ? variant.weight.value * gramsOf[variant.weight.unit] : 0,
    requiresShipping: variant.requiresShipping,
    taxClass: variant.taxClass,
    categoryIds: (listing?.groups ?? [])
      .filter((name) => name.startsWith(group))
      .map((name) => name.slice(group.length)),
    collectionIds: (listing?.collections ?? []).map(({ id }) => id),
  };
}

function pricedAt(candidates: readonly PriceCandidate[], request: PriceRequest) {
  const [best] = explainPrices(candidates, request);
  if (!best) return { price: null, priceReason: 'The variant has no price.' };
  if (best.outcome !== 'selected') return { price: null, priceReason: `No price applies. ${best.reason}` };
  return { price: selectedPrice(best.candidate), priceReason: best.reason };
}

/** Variants of any products at their quantities: a read each of products, listings, prices and stock for all. */
export async function quoteVariants(context: Context, input: InputOf<Quote>): Promise<VariantQuote[]> {
  const selection = selectionFor(context, input);
  const { currency, channel, country, customerGroup } = selection;
  const locale = selection.locale === null ? [] : [...localeChain(context.config, selection.locale)];
  const found = await context.store.queryEach(
    products,
    input.variants.map(({ variantId }) => ({ index: 'byVariant', where: { variantId }, pageSize: 1 })),
  );
  const productOf = found.map(({ items }) => items[0]?.document);
  const variantOf = input.variants.map(({ variantId }, index) =>
    productOf[index]?.variants.find(({ id }) => id === variantId),
  );
  const variants = [
    ...new Map(variantOf.flatMap((variant) => (variant ? [[variant.id, variant]] : []))).values(),
  ];
  const productIds = [...new Set(productOf.flatMap((product) => (product ? [product.id] : [])))];
  const listed = productIds.length > 0 ? await context.store.getMany(listings, productIds) : [];
  const listingOf = new Map(productIds.map((id, index) => [id, listed[index]]));
  const candidates = await priceCandidates(context, variants);
  const available = await availabilityOf(context, variants, channel);
  const now = context.clock.now().toISOString();
  return input.variants.map(({ variantId, quantity }, index) => {
    const product = productOf[index];
    const variant = variantOf[index];
    const isShownHere = product && isShown(context, product, selection);
    // Of what is not published, nothing is told: this is asked with publishable keys too.
    if (!product || !variant || !isShownHere) {
      const nothing = { variant: null, price: null, availability: null };
      const status = variant ? 'not_published' : 'missing';
      const priceReason = variant ? 'The channel does not show it now.' : 'The variant does not exist.';
      return { variantId, quantity, status, ...nothing, priceReason };
    }
    const request = { currency: currency ?? '', channel, country, customerGroup, quantity, now };
    return {
      ...{ variantId, quantity },
      status: 'sold',
      variant: quotedVariant(product, variant, listingOf.get(product.id), locale),
      ...pricedAt(candidates.get(variantId) ?? [], request),
      availability: available.get(variantId) ?? null,
    };
  });
}
