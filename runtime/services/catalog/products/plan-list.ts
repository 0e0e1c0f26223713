import type { Context } from '../../../context/context.ts';
import type { CatalogOperations } from '../../../contract/catalog/index.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { decodeCursor, listScope } from '../../../cursor/index.ts';
import type { Query } from '../../../store/port.ts';
import { type Category, categories } from '../categories/collections.ts';
import { findCategory } from '../categories/find-category.ts';
import { type ProductCollection, productCollections } from '../collections/collections.ts';
import { findCollection } from '../collections/find-collection.ts';
import { known, type Selection, selectionOf } from '../selection.ts';

export type ListInput = InputOf<CatalogOperations['catalog.products.list']>;

/** A list of products, as one range of one index. */
export interface ListPlan {
  readonly selection: Selection;
  readonly scope: string;
  readonly query: Query;
}

/** Refuses a combination of filters, saying what can be asked instead. */
export function refuse(detail: string): never {
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
export interface Places {
  category(idOrSlug: string): Promise<Category | undefined>;
  collection(idOrSlug: string): Promise<ProductCollection | undefined>;
}

/** Looks up each by itself, but those named by id in one read: relations name hundreds of parents so. */
export async function placesOf(context: Context, inputs: readonly ListInput[]): Promise<Places> {
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
export async function planList(
  context: Context,
  input: ListInput,
  places: Places,
): Promise<ListPlan | undefined> {
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
