import type { Context } from '../../../context/context.ts';
import type { EntryKind, JsonObject } from '../../../plan/index.ts';

/** A change as it was staged: what to do with which entry, and what it becomes. */
export interface Change {
  readonly kind: EntryKind;
  readonly id: string;
  readonly action: 'create' | 'update' | 'delete';
  /** The entry's content; null for a deletion. */
  readonly content: JsonObject | null;
  /** For media: the file, in base64. */
  readonly file?: string;
}

type Input = Readonly<Record<string, unknown>>;
type Step = (context: Context, change: Change) => Promise<void>;

interface Steps {
  readonly create: Step;
  readonly update: Step;
  readonly delete: Step;
}

async function call(context: Context, operationId: string, input: Input): Promise<unknown> {
  return context.call(context.contract.operation(operationId), input);
}

function contentOf(change: Change): JsonObject {
  if (!change.content) throw new Error(`${change.kind} ${change.id} has no content to ${change.action}.`);
  return change.content;
}

function without(content: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(content).filter(([name]) => !names.includes(name)));
}

/** The three operations of a kind whose inputs are its content, and its content and id. */
function ordinary(prefix: string, parameter: string): Steps {
  return {
    create: async (context, change) => {
      await call(context, `${prefix}.create`, contentOf(change));
    },
    update: async (context, change) => {
      await call(context, `${prefix}.update`, {
        [parameter]: change.id,
        ...without(contentOf(change), 'id'),
      });
    },
    delete: async (context, change) => {
      await call(context, `${prefix}.delete`, { [parameter]: change.id });
    },
  };
}

const ordinaryCategory = ordinary('catalog.categories', 'categoryId');
const categories: Steps = {
  ...ordinaryCategory,
  async update(context, change) {
    const { parentId = null, position = 0, ...texts } = contentOf(change);
    await call(context, 'catalog.categories.update', { categoryId: change.id, ...without(texts, 'id') });
    await call(context, 'catalog.categories.move', { categoryId: change.id, parentId, position });
  },
};

function declaredAttributes(context: Context, content: JsonObject) {
  const type = context.config.productTypes.find(({ key }) => key === content.productType);
  return Object.entries(type?.attributes ?? {});
}

/** Attributes are merged by name, so those that have no value any more are taken away by name. */
function allAttributes(context: Context, content: JsonObject): Input {
  const declared = declaredAttributes(context, content).filter(([, { level }]) => level === 'product');
  const none = Object.fromEntries(declared.map(([name]) => [name, null]));
  return { ...none, ...(content.attributes as JsonObject | undefined) };
}

/** Attributes that name products or collections, which may come later in the plan; null where there are none. */
function laterReferences(context: Context, content: JsonObject): JsonObject | null {
  const given = (content.attributes ?? {}) as JsonObject;
  const later = declaredAttributes(context, content)
    .filter(([, { to, required }]) => (to === 'product' || to === 'collection') && !required)
    .filter(([name]) => given[name] !== undefined && given[name] !== null)
    .map(([name]) => [name, given[name]]);
  return later.length > 0 ? Object.fromEntries(later) : null;
}

const ordinaryProduct = ordinary('catalog.products', 'productId');
const products: Steps = {
  ...ordinaryProduct,
  /** Products may refer to one another, so references are set when all of them exist: see `linkProducts`. */
  async create(context, change) {
    const content = contentOf(change);
    const later = Object.keys(laterReferences(context, content) ?? {});
    await call(context, 'catalog.products.create', {
      ...without(content, 'related'),
      attributes: without((content.attributes ?? {}) as JsonObject, ...later),
    });
  },
  async update(context, change) {
    const content = contentOf(change);
    await call(context, 'catalog.products.update', {
      productId: change.id,
      ...without(content, 'id'),
      attributes: allAttributes(context, content),
    });
  },
};

const batchSize = 1000;

function batches<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / batchSize);
  return Array.from({ length: count }, (_, index) => items.slice(index * batchSize, (index + 1) * batchSize));
}

async function productsOf(context: Context, collectionId: string): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const page = (await call(context, 'catalog.products.list', {
      collection: collectionId,
      pageSize: 100,
      ...(after ? { after } : {}),
    })) as { data: { id: string }[]; page: { next: string | null } };
    found.push(...page.data.map((product) => product.id));
    after = page.page.next;
  } while (after);
  return found;
}

async function setProducts(context: Context, change: Change): Promise<void> {
  const wanted = contentOf(change).productIds as readonly string[] | undefined;
  if (!wanted) return;
  const present = change.action === 'create' ? [] : await productsOf(context, change.id);
  if (present.join() === wanted.join()) return;
  for (const productIds of batches(present)) {
    await call(context, 'catalog.collections.removeProducts', { collectionId: change.id, productIds });
  }
  for (const productIds of batches(wanted)) {
    await call(context, 'catalog.collections.addProducts', { collectionId: change.id, productIds });
  }
}

const ordinaryCollection = ordinary('catalog.collections', 'collectionId');
const withoutProducts = (change: Change): Change => ({
  ...change,
  content: without(contentOf(change), 'productIds'),
});
const collections: Steps = {
  async create(context, change) {
    await ordinaryCollection.create(context, withoutProducts(change));
    await setProducts(context, change);
  },
  async update(context, change) {
    await ordinaryCollection.update(context, withoutProducts(change));
    await setProducts(context, change);
  },
  delete: ordinaryCollection.delete,
};

const media: Steps = {
  async create(context, change) {
    const { id, filename, alt, contentType } = contentOf(change);
    const file = { contentType, contents: Buffer.from(change.file ?? '', 'base64') };
    await call(context, 'catalog.media.upload', { id, filename, alt, file });
  },
  async update(context, change) {
    const { alt } = contentOf(change);
    await call(context, 'catalog.media.update', { mediaId: change.id, alt });
  },
  async delete(context, change) {
    await call(context, 'catalog.media.delete', { mediaId: change.id });
  },
};

const setPrice: Step = async (context, change) => {
  const { priceListId, ...price } = contentOf(change);
  await call(context, 'catalog.priceLists.setPrices', { priceListId, prices: [price] });
};

const listPrices: Steps = {
  create: setPrice,
  update: setPrice,
  async delete(context, change) {
    const [priceListId, variantId, currency, minimumQuantity] = change.id.split('/');
    const { data } = (await call(context, 'catalog.priceLists.listPrices', {
      priceListId,
      variantId,
      pageSize: 100,
    })) as { data: { id: string; currency: string; minimumQuantity: number }[] };
    const price = data.find(
      (candidate) => candidate.currency === currency && candidate.minimumQuantity === Number(minimumQuantity),
    );
    if (price) await call(context, 'catalog.priceLists.deletePrice', { priceListId, priceId: price.id });
  },
};

const ordinaryPromotion = ordinary('checkout.promotions', 'promotionId');
const promotions: Steps = {
  ...ordinaryPromotion,
  /** Uses stay counted. What kind a promotion is never changes; another kind is another promotion, under its id. */
  async update(context, change) {
    const content = contentOf(change);
    const { kind } = (await call(context, 'checkout.promotions.get', {
      promotionId: change.id,
    })) as JsonObject;
    if (kind === content.kind) {
      const settings = { ...change, content: without(content, 'kind') };
      return ordinaryPromotion.update(context, settings);
    }
    await ordinaryPromotion.delete(context, change);
    await ordinaryPromotion.create(context, change);
  },
};

const steps: Readonly<Record<Exclude<EntryKind, 'config'>, Steps>> = {
  location: ordinary('catalog.locations', 'locationId'),
  category: categories,
  media,
  product: products,
  collection: collections,
  price_list: ordinary('catalog.priceLists', 'priceListId'),
  list_price: listPrices,
  promotion: promotions,
};

/** Applies one change through the operations of the service that owns the entry. `config` is not one of them. */
export async function applyChange(context: Context, change: Change): Promise<void> {
  if (change.kind === 'config') throw new Error('The configuration is applied before everything else.');
  await steps[change.kind][change.action](context, change);
}

/** Sets what created products refer to, now that all of it exists. */
export async function linkProducts(context: Context, changes: readonly Change[]): Promise<void> {
  for (const { kind, action, id, content } of changes) {
    if (kind !== 'product' || action !== 'create' || !content) continue;
    const related = content.related as readonly unknown[] | undefined;
    const attributes = laterReferences(context, content);
    if (!related?.length && !attributes) continue;
    await call(context, 'catalog.products.update', {
      productId: id,
      ...(related?.length ? { related } : {}),
      ...(attributes ? { attributes } : {}),
    });
  }
}
