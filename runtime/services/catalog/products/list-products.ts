import type { Context } from '../../../context/context.ts';
import { JsonPage, type Page } from '../../../context/service.ts';
import { encodeCursor } from '../../../cursor/index.ts';
import type { Position } from '../../../store/port.ts';
import { type Selection, selectionOf, selectsNothing } from '../selection.ts';
import { listings, products } from './collections.ts';
import { visibleChannels } from './listing.ts';
import { type ListInput, type ListPlan, placesOf, planList, refuse } from './plan-list.ts';
import { presentProducts } from './present.ts';
import { embedded, embeddedVariants, type Product } from './product.ts';

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
function embeddedJson(json: string): string {
  if (json.length < shorterThanCut) return json;
  const product = JSON.parse(json) as Product; // what this service stored
  if (product.variants.length <= embeddedVariants) return json;
  return JSON.stringify({ ...product, variants: product.variants.slice(0, embeddedVariants) });
}

/** The same for UTF-8, which is at least as long as its text. */
export function embeddedBytes(bytes: Uint8Array): Uint8Array | string {
  return bytes.length < shorterThanCut ? bytes : embeddedJson(Buffer.from(bytes).toString());
}

/** A page of products as they are stored, no selection made. */
async function listStored(context: Context, plan: ListPlan): Promise<Page<Product> | JsonPage> {
  const { items, hasMore } = await context.store.queryIds(listings, plan.query);
  const ids = items.map((item) => item.id);
  if (context.acceptsJson) {
    const stored = await context.store.getManyJson(products, ids);
    const texts = stored.flatMap((product) => (product ? [embeddedJson(product.json)] : []));
    const last = hasMore ? items.at(-1) : undefined;
    return new JsonPage(texts, last ? encodeCursor(plan.scope, last.position) : null);
  }
  const found = await context.store.getMany(products, ids);
  const positions = items.flatMap((item, index) => (found[index] ? [item.position] : []));
  const documents = found.flatMap((product) => (product ? [embedded(product)] : []));
  return pageOf(documents, positions, hasMore, plan.scope);
}

/** Lists with the same selection: their products are presented together, in as few reads as those of one. */
function alikeIn<List extends { readonly plan: ListPlan }>(
  lists: readonly List[],
): Iterable<readonly [Selection, readonly List[]]> {
  const bySelection = new Map<string, [Selection, List[]]>();
  for (const list of lists) {
    const key = JSON.stringify(list.plan.selection);
    const [, alike] = bySelection.get(key) ?? [list.plan.selection, []];
    alike.push(list);
    bySelection.set(key, [list.plan.selection, alike]);
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

export async function listProducts(context: Context, input: ListInput): Promise<Page<Product> | JsonPage> {
  if (input.sku !== undefined || input.externalId !== undefined) return listOne(context, input);
  if (context.actor.kind === 'secret' && !input.locale && !input.channel && !input.currency) {
    const plan = await planList(context, input, await placesOf(context, [input]));
    if (plan && selectsNothing(plan.selection)) return listStored(context, plan);
  }
  const [page = nothing] = await listMany(context, [input]);
  return page;
}
