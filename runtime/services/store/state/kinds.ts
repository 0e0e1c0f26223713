import { initialConfig } from '../../../config/initial-config.ts';
import type { Context } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { type EntryKind, fingerprint, type JsonObject } from '../../../plan/index.ts';
import { projectToInput } from './project-to-input.ts';

/** A resource as a list operation gives it. */
type Resource = { readonly id: string } & Readonly<Record<string, unknown>>;

interface ResourcePage {
  readonly data: readonly Resource[];
  readonly page: { readonly next: string | null };
}

export interface EntryPage {
  readonly entries: readonly { readonly id: string; readonly content: JsonObject }[];
  readonly next: string | null;
}

/** How entries of one kind are read. Everything goes through the operations of the service that owns them. */
export interface Kind {
  list(context: Context, after: string | undefined, pageSize: number): Promise<EntryPage>;
  /** Undefined where there is none. */
  get(context: Context, id: string): Promise<JsonObject | undefined>;
}

type Input = Readonly<Record<string, unknown>>;

/** Calls an operation by id; what it answers is described by the contract. */
async function call<Answer>(context: Context, operationId: string, input: Input): Promise<Answer> {
  return (await context.call(context.contract.operation(operationId), input)) as Answer;
}

async function listPage(context: Context, operationId: string, input: Input): Promise<ResourcePage> {
  return call<ResourcePage>(context, operationId, input);
}

/** All of a list, page by page. */
async function listAll(context: Context, operationId: string, input: Input): Promise<Resource[]> {
  const found: Resource[] = [];
  let after: string | undefined;
  do {
    const page = await listPage(context, operationId, {
      ...input,
      pageSize: 100,
      ...(after ? { after } : {}),
    });
    found.push(...page.data);
    after = page.page.next ?? undefined;
  } while (after);
  return found;
}

function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'not_found';
}

async function getOrUndefined(
  context: Context,
  operationId: string,
  input: Input,
): Promise<Resource | undefined> {
  return call<Resource>(context, operationId, input).catch((error: unknown) => {
    if (isNotFound(error)) return undefined;
    throw error;
  });
}

function contentOf(context: Context, createOperation: string, resource: Resource): JsonObject {
  // The input schema of a create operation is an object, so its projection is one.
  return projectToInput(context.contract.operation(createOperation).input, resource) as JsonObject;
}

type Complete = (context: Context, resource: Resource) => Promise<Resource>;
const asItIs: Complete = async (_context, resource) => resource;

/** A kind whose resources have a list, a get and a create operation. */
function ordinary(
  operations: {
    readonly list: string;
    readonly get: string;
    readonly parameter: string;
    readonly create: string;
  },
  listInput: Input = {},
  complete: Complete = asItIs,
): Kind {
  const entryOf = async (context: Context, resource: Resource) => ({
    id: resource.id,
    content: contentOf(context, operations.create, await complete(context, resource)),
  });
  return {
    async list(context, after, pageSize) {
      const page = await listPage(context, operations.list, {
        ...listInput,
        pageSize,
        ...(after ? { after } : {}),
      });
      const entries = [];
      for (const resource of page.data) entries.push(await entryOf(context, resource));
      return { entries, next: page.page.next };
    },
    async get(context, id) {
      const resource = await getOrUndefined(context, operations.get, { [operations.parameter]: id });
      return resource && (await entryOf(context, resource)).content;
    },
  };
}

/** Answers embed the first 100 variants; the rest is read page by page. */
const withAllVariants: Complete = async (context, product) => {
  const embedded = product.variants as readonly unknown[];
  if (product.variantCount === embedded.length) return product;
  return { ...product, variants: await listAll(context, 'catalog.variants.list', { productId: product.id }) };
};

/** Products of a manual collection, in their order, are part of what it is. */
async function collectionContent(context: Context, collection: Resource): Promise<JsonObject> {
  const content = contentOf(context, 'catalog.collections.create', collection);
  if (collection.kind !== 'manual') return content;
  const products = await listAll(context, 'catalog.products.list', { collection: collection.id });
  return { ...content, productIds: products.map((product) => product.id) };
}

const collections: Kind = {
  async list(context, after, pageSize) {
    const page = await listPage(context, 'catalog.collections.list', {
      pageSize,
      ...(after ? { after } : {}),
    });
    const entries = [];
    for (const resource of page.data) {
      entries.push({ id: resource.id, content: await collectionContent(context, resource) });
    }
    return { entries, next: page.page.next };
  },
  async get(context, id) {
    const collection = await getOrUndefined(context, 'catalog.collections.get', { collection: id });
    return collection && collectionContent(context, collection);
  },
};

function mediaContent(media: Resource): JsonObject {
  const { id, filename, alt, contentType, bytes } = media;
  return { id, filename, alt, contentType, bytes } as unknown as JsonObject; // scalars of the Media schema
}

/** A file never changes under its id, so its size and type stand for its bytes. */
const media: Kind = {
  async list(context, after, pageSize) {
    const page = await listPage(context, 'catalog.media.list', { pageSize, ...(after ? { after } : {}) });
    return {
      entries: page.data.map((file) => ({ id: file.id, content: mediaContent(file) })),
      next: page.page.next,
    };
  },
  async get(context, id) {
    const file = await getOrUndefined(context, 'catalog.media.get', { mediaId: id });
    return file && mediaContent(file);
  },
};

/** A list price is known by what it prices; the ids that stores give them differ. */
export function listPriceId(price: {
  readonly priceListId: string;
  readonly variantId: string;
  readonly currency: string;
  readonly minimumQuantity: number;
}): string {
  return [price.priceListId, price.variantId, price.currency, price.minimumQuantity].join('/');
}

function listPriceEntry(price: Resource): { id: string; content: JsonObject } {
  const { priceListId, variantId, amount, currency, compareAtAmount, minimumQuantity, includesTax } = price;
  const content = { priceListId, variantId, amount, currency, compareAtAmount, minimumQuantity, includesTax };
  // These are the properties of the ListPrice schema.
  const key = content as unknown as Parameters<typeof listPriceId>[0];
  return { id: listPriceId(key), content: content as unknown as JsonObject };
}

function foreignCursor() {
  return problem(problems.invalidCursor, {
    detail: 'The cursor is none that a list of this kind has answered.',
  });
}

/** The cursor says which price list, and where in it: `plist_…|cursor`. */
const listPrices: Kind = {
  async list(context, after, pageSize) {
    if (after !== undefined && !after.includes('|')) throw foreignCursor();
    const lists = await listAll(context, 'catalog.priceLists.list', {});
    const [listId = lists[0]?.id, inner] = after?.split('|') ?? [];
    const index = lists.findIndex((list) => list.id === listId);
    if (index === -1) return { entries: [], next: null };
    const page = await listPage(context, 'catalog.priceLists.listPrices', {
      priceListId: listId,
      pageSize,
      ...(inner ? { after: inner } : {}),
    });
    const following = lists[index + 1];
    const next = page.page.next ? `${listId}|${page.page.next}` : following ? `${following.id}|` : null;
    return { entries: page.data.map(listPriceEntry), next };
  },
  async get(context, id) {
    const [priceListId, variantId] = id.split('/');
    if (!(await getOrUndefined(context, 'catalog.priceLists.get', { priceListId }))) return undefined;
    const prices = await listAll(context, 'catalog.priceLists.listPrices', { priceListId, variantId });
    return prices.map(listPriceEntry).find((entry) => entry.id === id)?.content;
  },
};

/** The configuration is one entry of a store; that of a store which nobody has configured yet is none. */
function configContent(context: Context): JsonObject | undefined {
  const content = context.config as unknown as JsonObject; // plain data
  const nothing = initialConfig() as unknown as JsonObject;
  return fingerprint(content) === fingerprint(nothing) ? undefined : content;
}

const config: Kind = {
  async list(context, after) {
    if (after !== undefined) throw foreignCursor(); // one entry is one page
    const content = configContent(context);
    return { entries: content ? [{ id: 'config', content }] : [], next: null };
  },
  async get(context, id) {
    return id === 'config' ? configContent(context) : undefined;
  },
};

export const kinds: Readonly<Record<EntryKind, Kind>> = {
  config,
  location: ordinary({
    list: 'catalog.locations.list',
    get: 'catalog.locations.get',
    parameter: 'locationId',
    create: 'catalog.locations.create',
  }),
  category: ordinary({
    list: 'catalog.categories.list',
    get: 'catalog.categories.get',
    parameter: 'category',
    create: 'catalog.categories.create',
  }),
  media,
  product: ordinary(
    {
      list: 'catalog.products.list',
      get: 'catalog.products.get',
      parameter: 'productId',
      create: 'catalog.products.create',
    },
    { sort: 'oldest' },
    withAllVariants,
  ),
  collection: collections,
  price_list: ordinary({
    list: 'catalog.priceLists.list',
    get: 'catalog.priceLists.get',
    parameter: 'priceListId',
    create: 'catalog.priceLists.create',
  }),
  list_price: listPrices,
  promotion: ordinary({
    list: 'checkout.promotions.list',
    get: 'checkout.promotions.get',
    parameter: 'promotionId',
    create: 'checkout.promotions.create',
  }),
};
