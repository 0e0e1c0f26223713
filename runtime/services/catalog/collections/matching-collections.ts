import type { Context } from '../../../context/context.ts';
import { ancestorsOf } from '../categories/ancestors.ts';
import type { Listing } from '../products/collections.ts';
import type { Product } from '../products/product.ts';
import { type ProductCollection, productCollections } from './collections.ts';
import { evaluateRules } from './evaluate-rules.ts';

/** Collections by rules; there are tens of them, and each product's change has to ask all. */
async function ruleBased(context: Context): Promise<readonly ProductCollection[]> {
  const { items } = await context.store.query(productCollections, {
    index: 'byKind',
    where: { kind: 'rules' },
    pageSize: 500,
  });
  return items.map((item) => item.document);
}

/** Memberships of collections that exist and are manual: a collection may have been deleted since. */
async function stillByHand(
  context: Context,
  places: Listing['collections'],
): Promise<Listing['collections']> {
  if (places.length === 0) return places;
  const found = await context.store.getMany(
    productCollections,
    places.map(({ id }) => id),
  );
  return places.filter((_, index) => found[index]?.kind === 'manual');
}

/** The collections of a product: those it was put in by hand, with its place, and those whose rules it meets. */
export async function matchingCollections(
  context: Context,
  product: Product,
  before: Listing['collections'],
): Promise<Listing['collections']> {
  const byRules = await ruleBased(context);
  const rulesIds = new Set(byRules.map((collection) => collection.id));
  const byHand = await stillByHand(
    context,
    before.filter(({ id, position }) => !rulesIds.has(id) && position > 0),
  );
  if (byRules.length === 0) return byHand;
  const categoryIds = await ancestorsOf(context, product.categoryIds);
  const met = byRules.filter((collection) => evaluateRules(collection, { product, categoryIds }));
  return [...byHand, ...met.map(({ id }) => ({ id, position: 0 }))];
}
