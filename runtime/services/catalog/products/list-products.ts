import type { Context } from '../../../context/context.ts';
import { JsonText, type Page } from '../../../context/service.ts';
import type { CatalogOperations } from '../../../contract/catalog/index.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { decodeCursor, encodeCursor, listScope } from '../../../cursor/index.ts';
import type { Position, Query } from '../../../store/port.ts';
import { type Category, categories } from '../categories/collections.ts';
import { findCategory } from '../categories/find-category.ts';
import { type ProductCollection, productCollections } from '../collections/collections.ts';
import { findCollection } from '../collections/find-collection.ts';
import { known, type Selection, selectionOf, selectsNothing } from '../selection.ts';
import { listings, products } from './collections.ts';
import { visibleChannels } from './listing.ts';
import { presentProducts } from './present.ts';
import { embeddedVariants, type Product } from './product.ts';

export type ListInput = InputOf<CatalogOperations['catalog.products.list']>;

/** A list of products, as one range of one index. */
interface ListPlan {
  readonly selection: Selection;
  readonly scope: string;
  readonly query: Query;
}

function refuse(detail: string): never {
  throw problem(problems.invalidFilter, { detail });
}

function visibilityOf(input: ListInput, selection: Selection): string {
  if (selection.channel === null) return input.status ? `status:${input.status}` : 'all';
  if (input.status && input.status !== 'active') {
    refuse('"status" and "channel" exclude each other: in a channel, only active products are visible.');
  }
  return `channel:${selection.channel}`;
}

interface Group {
  readonly group: string;
  /** Set where the list is that of a collection whose products are put in order by hand. */
  readonly orderedCollection?: string;
}

/** What lists are of, looked up by id or slug. */
interface Places {
  category(idOrSlug: string): Promise<Category | undefined>;
  collection(idOrSlug: string): Promise<ProductCollection | undefined>;
}

/** Looks up each by itself, but those named by id in one read: relations name hundreds of parents so. */
async function placesOf(context: Context, inputs: readonly ListInput[]): Promise<Places> {
  const categoryIds = inputs.flatMap(({ category }) => (category?.startsWith('cat_') ? category : []));
  const collectionIds = inputs.flatMap(({ collection }) =>
    collection?.startsWith('coll_') ? collection : [],
  );
  const byId = <Doc extends { readonly id: string }>(found: readonly (Doc | undefined)[]) =>
    new Map(found.flatMap((document) => (document ? [[document.id, document] as const] : [])));
  const foundCategories = byId(
    categoryIds.length === 0 ? [] : await context.store.getMany(categories, [...new Set(categoryIds)]),
  );
  const foundCollections = byId(
    collectionIds.length === 0
      ? []
      : await context.store.getMany(productCollections, [...new Set(collectionIds)]),
  );
  return {
    category: async (name) => foundCategories.get(name) ?? (await findCategory(context, name)),
    collection: async (name) => foundCollections.get(name) ?? (await findCollection(context, name)),
  };
}

async function groupOf(context: Context, input: ListInput, places: Places): Promise<Group | undefined> {
  const given = (['category', 'collection', 'tag', 'productType'] as const).filter(
    (name) => input[name] !== undefined,
  );
  if (given.length > 1) {
    refuse(`${given.map((name) => `"${name}"`).join(' and ')} can not be combined; give one of them.`);
  }
  if (input.category !== undefined) {
    const category = await places.category(input.category);
    return category && { group: `category:${category.id}` };
  }
  if (input.collection !== undefined) {
    const collection = await places.collection(input.collection);
    if (!collection) return undefined;
    const group = `collection:${collection.id}`;
    return collection.kind === 'manual' ? { group, orderedCollection: collection.id } : { group };
  }
  if (input.tag !== undefined) return { group: `tag:${input.tag}` };
  const productTypes = context.config.productTypes.map(({ key }) => key);
  known(input.productType, 'product type', productTypes, '/productType');
  return { group: input.productType === undefined ? '*' : `type:${input.productType}` };
}

type Range = Pick<Query, 'index' | 'where' | 'direction'>;

function rangeOf(input: ListInput, visibility: string, place: Group, selection: Selection): Range {
  const { group, orderedCollection } = place;
  const where = { visibility, group };
  switch (input.sort) {
    case 'newest':
      return { index: 'byCreated', where, direction: 'descending' };
    case 'oldest':
      return { index: 'byCreated', where, direction: 'ascending' };
    case 'title':
      return { index: 'byTitle', where, direction: 'ascending' };
    case '-title':
      return { index: 'byTitle', where, direction: 'descending' };
    case 'updated':
      if (group !== '*') refuse('"sort=updated" lists the whole catalog; leave out the other filters.');
      return { index: 'byUpdated', where, direction: 'descending' };
    case 'price':
    case '-price':
      if (selection.channel === null || selection.currency === null) {
        refuse('Sorting by price needs "channel" and "currency": prices are those of a channel.');
      }
      return {
        index: 'byPrice',
        where: { ...where, currency: selection.currency },
        direction: input.sort === 'price' ? 'ascending' : 'descending',
      };
    default:
      return orderedCollection
        ? {
            index: 'byPosition',
            where: { visibility, collection: orderedCollection },
            direction: 'ascending',
          }
        : { index: 'byCreated', where, direction: 'descending' };
  }
}

/** What a list asks of the store; undefined where the category or collection does not exist, so nothing is in it. */
async function planList(context: Context, input: ListInput, places: Places): Promise<ListPlan | undefined> {
  const selection = selectionOf(context, input);
  const place = await groupOf(context, input, places);
  if (!place) return undefined;
  const range = rangeOf(input, visibilityOf(input, selection), place, selection);
  const scope = listScope('catalog.products.list', range);
  const after = input.after === undefined ? undefined : decodeCursor(scope, input.after);
  return {
    selection,
    scope,
    query: { ...range, pageSize: input.pageSize ?? 20, ...(after ? { after } : {}) },
  };
}

const nothing: Page<Product> = { data: [], page: { next: null }, cursors: [] };

function pageOf<Item>(
  data: readonly Item[],
  positions: readonly Position[],
  hasMore: boolean,
  scope: string,
) {
  const cursors = positions.map((position) => encodeCursor(scope, position));
  return { data: [...data], page: { next: hasMore ? (cursors.at(-1) ?? null) : null }, cursors };
}

/** By SKU or external id there is one product, or none. */
async function listOne(context: Context, input: ListInput): Promise<Page<Product>> {
  const others = (['category', 'collection', 'tag', 'productType', 'sort'] as const).filter(
    (name) => input[name] !== undefined,
  );
  const both = input.sku !== undefined && input.externalId !== undefined;
  if (both || others.length > 0) {
    const name = input.sku === undefined ? 'externalId' : 'sku';
    refuse(
      `"${name}" finds one product by itself; leave out "${both ? 'externalId' : others.join('", "')}".`,
    );
  }
  const found =
    input.sku === undefined
      ? await context.store.find(products, 'byExternalId', { externalId: input.externalId ?? '' })
      : await context.store.find(products, 'bySku', { sku: input.sku });
  const selection = selectionOf(context, input);
  const now = context.clock.now().toISOString();
  const isVisible =
    found && (selection.channel === null || visibleChannels(found, now).includes(selection.channel));
  if (!found || !isVisible || (input.status && found.status !== input.status)) return nothing;
  return pageOf(await presentProducts(context, [found], selection), [[found.id]], false, 'one');
}

/**
 * A stored product whose JSON is shorter than this has no variant to cut: 100 variants, each at the very least
 * `{"id":"var_…","sku":null,"barcode":null,…}` of over 250 characters, take more.
 */
const shorterThanCut = embeddedVariants * 250;

/** The stored JSON as it goes out: unparsed, unless there are variants to cut. */
export function embeddedJson(json: string): string {
  if (json.length < shorterThanCut) return json;
  const product = JSON.parse(json) as Product; // what this service stored
  if (product.variants.length <= embeddedVariants) return json;
  return JSON.stringify({ ...product, variants: product.variants.slice(0, embeddedVariants) });
}

async function listJson(context: Context, plan: ListPlan): Promise<JsonText> {
  const { items, hasMore } = await context.store.query(listings, plan.query);
  const stored = await context.store.getManyJson(
    products,
    items.map((item) => item.document.id),
  );
  const texts = stored.flatMap((product) => (product ? [embeddedJson(product.json)] : []));
  const last = items.at(-1);
  const next = hasMore && last ? JSON.stringify(encodeCursor(plan.scope, last.position)) : 'null';
  const cursors = () =>
    items.flatMap((item, index) => (stored[index] ? [encodeCursor(plan.scope, item.position)] : []));
  return new JsonText(`{"data":[${texts.join(',')}],"page":{"next":${next}}}`, undefined, cursors);
}

/** Lists with the same selection: their products are presented together, in as few reads as those of one. */
function alikeIn<List extends { readonly plan: ListPlan }>(
  lists: readonly List[],
): Iterable<readonly [Selection, readonly List[]]> {
  const bySelection = new Map<string, [Selection, List[]]>();
  for (const list of lists) {
    const key = JSON.stringify(list.plan.selection);
    const [, alike] = bySelection.get(key) ?? [list.plan.selection, []];
    bySelection.set(key, [list.plan.selection, [...alike, list]]);
  }
  return bySelection.values();
}

/** Pages of several lists: their listings in one read, and the products of all pages in another. */
export async function listMany(context: Context, inputs: readonly ListInput[]): Promise<Page<Product>[]> {
  const places = await placesOf(context, inputs);
  const plans = await Promise.all(inputs.map((input) => planList(context, input, places)));
  const present = plans.filter((plan) => plan !== undefined);
  const results = await context.store.queryEach(
    listings,
    present.map((plan) => plan.query),
  );
  const ids = [...new Set(results.flatMap((result) => result.items.map((item) => item.document.id)))];
  const found = await context.store.getMany(products, ids);
  const byId = new Map(ids.map((id, index) => [id, found[index]]));
  const lists = present.map((plan, index) => {
    const { items = [], hasMore = false } = results[index] ?? {};
    const kept = items.filter((item) => byId.get(item.document.id));
    const documents = kept.flatMap((item) => byId.get(item.document.id) ?? []);
    return { plan, documents, positions: kept.map((item) => item.position), hasMore };
  });
  const pages = new Map<ListPlan, Page<Product>>();
  for (const [selection, alike] of alikeIn(lists)) {
    const presented = await presentProducts(
      context,
      alike.flatMap((list) => list.documents),
      selection,
    );
    let next = 0;
    for (const { plan, documents, positions, hasMore } of alike) {
      const data = presented.slice(next, next + documents.length);
      next += documents.length;
      pages.set(plan, pageOf(data, positions, hasMore, plan.scope));
    }
  }
  return plans.map((plan) => (plan && pages.get(plan)) || nothing);
}

export async function listProducts(context: Context, input: ListInput): Promise<Page<Product> | JsonText> {
  if (input.sku !== undefined || input.externalId !== undefined) return listOne(context, input);
  if (context.actor.kind === 'secret' && !input.locale && !input.channel && !input.currency) {
    const plan = await planList(context, input, await placesOf(context, [input]));
    if (plan && selectsNothing(plan.selection)) return listJson(context, plan);
  }
  const [page = nothing] = await listMany(context, [input]);
  return page;
}
