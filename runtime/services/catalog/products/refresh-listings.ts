import type { Context } from '../../../context/context.ts';
import type { SequencedEvent } from '../../../store/port.ts';
import { collection, type KeyValue, type StoredDocument } from '../../../store/port.ts';
import { productCollections } from '../collections/collections.ts';
import { listings, products } from './collections.ts';
import { refreshListing, saveProduct } from './save-product.ts';

/*
 * When a category moves, or a collection's rules change, listings of many products change. They are worked through
 * a batch at a time, each in a transaction of its own: the first right away, the rest by a schedule. Where it has
 * got to is a document, so it goes on after a restart.
 */
interface Refresh extends StoredDocument {
  /** The group whose products are gone through: `category:cat_…`, or `*` for all. */
  readonly group: string;
  /** A category to take off the products on the way. */
  readonly removedCategoryId: string | null;
  readonly after: readonly KeyValue[] | null;
}

export const refreshes = collection<Refresh>({
  name: 'listing_refreshes',
  indexes: {
    byCreated: {
      version: 1,
      columns: [{ name: 'created', type: 'text' }],
      keys: ({ createdAt }) => [[createdAt]],
    },
  },
});

const batchSize = 250;
/** Of one run of the schedule: a transaction of some tenths of a second, so that other writes get their turn. */
const batchesAtOnce = 4;

type Place = Pick<Refresh, 'group' | 'removedCategoryId' | 'after'>;

/** Goes through one batch; answers where the next begins, or undefined when all are done. */
async function refreshBatch(
  context: Context,
  { group, removedCategoryId, after }: Place,
): Promise<Place | undefined> {
  const { items, hasMore } = await context.store.query(listings, {
    index: 'byCreated',
    where: { visibility: 'all', group },
    pageSize: batchSize,
    ...(after ? { after } : {}),
  });
  const found = await context.store.getMany(
    products,
    items.map((item) => item.document.id),
  );
  for (const product of found) {
    if (!product) continue;
    if (removedCategoryId === null) await refreshListing(context, product);
    else {
      const categoryIds = product.categoryIds.filter((id) => id !== removedCategoryId);
      await saveProduct(context, { ...product, categoryIds }, product);
    }
  }
  const last = items.at(-1)?.position;
  return hasMore && last ? { group, removedCategoryId, after: last } : undefined;
}

async function begin(
  context: Context,
  id: string,
  group: string,
  removedCategoryId: string | null,
): Promise<void> {
  const next = await refreshBatch(context, { group, removedCategoryId, after: null });
  if (!next) return;
  // The event's id: handed over again, the event finds its work under way.
  if (!(await context.store.get(refreshes, id))) await context.store.insert(refreshes, { id, ...next });
}

/** Begins to bring listings up to date after a change that moves many of them. */
export async function followChange(context: Context, event: SequencedEvent): Promise<void> {
  const id = `refresh_${event.id}`;
  switch (event.type) {
    case 'category.moved':
      return begin(context, id, `category:${event.subject}`, null);
    case 'category.deleted':
      return begin(context, id, `category:${event.subject}`, event.subject);
    case 'collection.deleted':
      return begin(context, id, `collection:${event.subject}`, null);
    default:
      return followCollection(context, id, event.subject);
  }
}

/** By rules, any product may come or go; by hand, those listed there while it had rules go. */
async function followCollection(context: Context, id: string, collectionId: string): Promise<void> {
  const current = await context.store.get(productCollections, collectionId);
  await begin(context, id, current?.kind === 'rules' ? '*' : `collection:${collectionId}`, null);
}

/** Goes on with what is under way: some batches of the oldest. */
export async function continueRefreshes(context: Context): Promise<void> {
  const { items } = await context.store.query(refreshes, { index: 'byCreated', where: {}, pageSize: 1 });
  const [oldest] = items;
  if (!oldest) return;
  let place: Place | undefined = oldest.document;
  for (let batch = 0; batch < batchesAtOnce && place; batch += 1) place = await refreshBatch(context, place);
  const next = place;
  if (!next) await context.store.delete(refreshes, oldest.document.id);
  else
    await context.store.update(refreshes, oldest.document.id, (current) => ({
      ...current,
      after: next.after,
    }));
}

/** Publications that began or ended since the last time: their listings and their events follow. */
export async function publishDue(context: Context): Promise<void> {
  const now = context.clock.now();
  const { items } = await context.store.query(listings, {
    index: 'byNextChange',
    where: {},
    // Up to and with this moment.
    range: { before: new Date(now.getTime() + 1).toISOString() },
    pageSize: batchSize,
  });
  const found = await context.store.getMany(
    products,
    items.map((item) => item.document.id),
  );
  for (const product of found) if (product) await refreshListing(context, product);
}
