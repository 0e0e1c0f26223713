import type { Context } from '../../../context/context.ts';
import type { CatalogOperations } from '../../../contract/catalog/index.ts';
import type { InputOf, OutputOf } from '../../../contract/operation.ts';
import { findVariant } from '../products/find-product.ts';
import { selectedPrice } from '../products/present.ts';
import { selectionOf } from '../selection.ts';
import { priceCandidates } from './candidates.ts';
import { listPrices, priceLists } from './collections.ts';
import { explainPrices } from './select-price.ts';

type Explain = CatalogOperations['catalog.products.explainPrice'];

/** All lists that price the variant, active or not: those that are not are part of the explanation. */
async function listsOf(context: Context, variantId: string) {
  const { items } = await context.store.query(listPrices, {
    index: 'byVariant',
    where: { variant: variantId },
    pageSize: 500,
  });
  const ids = [...new Set(items.map(({ document }) => document.priceListId))];
  const found = await context.store.getMany(priceLists, ids);
  return new Map(found.flatMap((list) => (list ? [[list.id, list] as const] : [])));
}

/** Every price of a variant, with the rule that put it out or let it win. */
export async function explainPriceOf(context: Context, input: InputOf<Explain>): Promise<OutputOf<Explain>> {
  const { variant } = await findVariant(context, input.variantId);
  const { currency, channel, country, customerGroup } = selectionOf(context, input);
  const candidates = await priceCandidates(context, [variant], await listsOf(context, variant.id));
  const now = input.at === undefined ? context.clock.now() : new Date(input.at);
  const explained = explainPrices(candidates.get(variant.id) ?? [], {
    currency: currency ?? context.config.currencies[0] ?? '',
    ...{ channel, country, customerGroup },
    quantity: input.quantity ?? 1,
    now: now.toISOString(),
  });
  const winner = explained.find(({ outcome }) => outcome === 'selected');
  return {
    variantId: variant.id,
    selected: winner ? selectedPrice(winner.candidate) : null,
    candidates: explained.map(({ candidate, outcome, rule, reason }) => ({
      priceId: candidate.id,
      priceListId: candidate.list?.id ?? null,
      amount: candidate.amount,
      currency: candidate.currency,
      minimumQuantity: candidate.minimumQuantity,
      ...{ outcome, rule, reason },
    })),
  };
}
