import type { Context } from '../../../context/context.ts';
import { catalogProblems } from '../../../contract/catalog/problems.ts';
import { problem } from '../../../contract/problem.ts';
import { type Listing, listings } from '../products/collections.ts';

/** Places are numbered from 1 with room between them, so that most insertions renumber nobody. */
const gap = 1024;

async function members(context: Context, collectionId: string): Promise<Listing[]> {
  const found: Listing[] = [];
  let after: readonly (string | number)[] | undefined;
  for (;;) {
    const { items, hasMore } = await context.store.query(listings, {
      index: 'byPosition',
      where: { visibility: 'all', collection: collectionId },
      pageSize: 1000,
      ...(after ? { after } : {}),
    });
    found.push(...items.map((item) => item.document));
    if (!hasMore) return found;
    after = items.at(-1)?.position;
  }
}

function placeIn(listing: Listing, collectionId: string): number | undefined {
  return listing.collections.find(({ id }) => id === collectionId)?.position;
}

async function setPlace(
  context: Context,
  id: string,
  collectionId: string,
  position: number | null,
): Promise<void> {
  await context.store.update(listings, id, (listing) => {
    const others = listing.collections.filter((collection) => collection.id !== collectionId);
    return {
      ...listing,
      collections: position === null ? others : [...others, { id: collectionId, position }],
    };
  });
}

async function requireListings(context: Context, productIds: readonly string[]): Promise<Listing[]> {
  const found = await context.store.getMany(listings, productIds);
  const errors = productIds.flatMap((id, index) =>
    found[index] ? [] : [{ pointer: `/productIds/${index}`, message: `there is no product ${id}.` }],
  );
  const [first] = errors;
  if (first)
    throw problem(catalogProblems.unknownReference, { detail: `${first.pointer} ${first.message}`, errors });
  return found.flatMap((listing) => listing ?? []);
}

/** Puts products into a manual collection, at a place or at the end; those that are in it already are moved. */
export async function addMembers(
  context: Context,
  collectionId: string,
  productIds: readonly string[],
  place: number | undefined,
): Promise<void> {
  const wanted = await requireListings(context, [...new Set(productIds)]);
  const chosen = new Set(wanted.map(({ id }) => id));
  const others = (await members(context, collectionId)).filter(({ id }) => !chosen.has(id));
  const at = Math.min(place ?? others.length, others.length);
  const before = others[at - 1];
  const after = others[at];
  const start = before ? (placeIn(before, collectionId) ?? 0) : 0;
  const end = after ? (placeIn(after, collectionId) ?? 0) : start + gap * (wanted.length + 1);
  const step = Math.floor((end - start) / (wanted.length + 1));
  if (step >= 1) {
    for (const [index, { id }] of wanted.entries())
      await setPlace(context, id, collectionId, start + step * (index + 1));
  } else {
    const ordered = [...others.slice(0, at), ...wanted, ...others.slice(at)];
    for (const [index, { id }] of ordered.entries())
      await setPlace(context, id, collectionId, gap * (index + 1));
  }
  const added = wanted.filter((listing) => placeIn(listing, collectionId) === undefined).map(({ id }) => id);
  await context.emit('collection.products_changed', collectionId, { id: collectionId, added, removed: [] });
}

/** Takes products out; those that are not in it are left alone. */
export async function removeMembers(
  context: Context,
  collectionId: string,
  productIds: readonly string[],
): Promise<void> {
  const found = await context.store.getMany(listings, [...new Set(productIds)]);
  const inside = found.flatMap((listing) =>
    listing && placeIn(listing, collectionId) !== undefined ? [listing] : [],
  );
  for (const { id } of inside) await setPlace(context, id, collectionId, null);
  if (inside.length === 0) return;
  const removed = inside.map(({ id }) => id);
  await context.emit('collection.products_changed', collectionId, { id: collectionId, added: [], removed });
}
