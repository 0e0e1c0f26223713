import type { Context } from '../../../context/context.ts';
import type { Variant } from '../products/product.ts';
import { listPrices, type PriceList, priceLists } from './collections.ts';
import type { PriceCandidate } from './select-price.ts';

/** Price lists that may give prices now; there are tens of them. */
async function activeLists(context: Context): Promise<ReadonlyMap<string, PriceList>> {
  const { items } = await context.store.query(priceLists, {
    index: 'byStatus',
    where: { status: 'active' },
    pageSize: 500,
  });
  return new Map(items.map(({ document }) => [document.id, document]));
}

/**
 * Candidates for many variants, by variant id: two reads however many there are, and one where no price list is
 * active. `lists` are all lists to look at; the active ones unless given.
 */
export async function priceCandidates(
  context: Context,
  variants: readonly Variant[],
  lists?: ReadonlyMap<string, PriceList>,
): Promise<ReadonlyMap<string, readonly PriceCandidate[]>> {
  const known = lists ?? (await activeLists(context));
  const inLists = new Map<string, PriceCandidate[]>();
  if (known.size > 0 && variants.length > 0) {
    const pages = await context.store.queryEach(
      listPrices,
      variants.map((variant) => ({ index: 'byVariant', where: { variant: variant.id }, pageSize: 500 })),
    );
    for (const { document } of pages.flatMap((page) => page.items)) {
      const list = known.get(document.priceListId);
      if (!list) continue;
      inLists.set(document.variantId, [...(inLists.get(document.variantId) ?? []), { ...document, list }]);
    }
  }
  return new Map(
    variants.map((variant) => [
      variant.id,
      [...variant.prices.map((price) => ({ ...price, list: null })), ...(inLists.get(variant.id) ?? [])],
    ]),
  );
}
