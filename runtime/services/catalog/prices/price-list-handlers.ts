import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import type { CatalogOperations } from '../../../contract/catalog/index.ts';
import { catalogProblems } from '../../../contract/catalog/problems.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { type Listed, listPage, listPages, type PageInput } from '../../../lists/index.ts';
import { unknownName } from '../../../validation/index.ts';
import { products } from '../products/collections.ts';
import { Faults } from '../products/faults.ts';
import { orTaken } from '../slug-of-document.ts';
import { type ListPrice, listPrices, type PriceList, priceLists } from './collections.ts';

type PriceListOperation = Extract<keyof CatalogOperations, `catalog.priceLists.${string}`>;

type Conditions = Omit<PriceList, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'name'>;

const noConditions: Conditions = {
  ...{ status: 'draft', priority: 0, channels: [], countries: [], customerGroups: [] },
  ...{ startsAt: null, endsAt: null },
};

type Given<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | undefined };

function utc(time: string | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

function completeConditions(context: Context, current: Conditions, changes: Given<Conditions>): Conditions {
  const next = {
    status: changes.status ?? current.status,
    priority: changes.priority ?? current.priority,
    channels: changes.channels ?? current.channels,
    countries: changes.countries ?? current.countries,
    customerGroups: changes.customerGroups ?? current.customerGroups,
    startsAt: utc(changes.startsAt === undefined ? current.startsAt : changes.startsAt),
    endsAt: utc(changes.endsAt === undefined ? current.endsAt : changes.endsAt),
  };
  const faults = new Faults();
  const channels = context.config.channels.map(({ key }) => key);
  const check = (names: readonly string[], known: readonly string[], pointer: string, what: string) => {
    names.forEach((name, index) => {
      if (!known.includes(name)) faults.add(`${pointer}/${index}`, unknownName(name, what, known));
    });
  };
  check(next.channels, channels, '/channels', 'channel');
  check(next.customerGroups, context.config.customerGroups, '/customerGroups', 'customer group');
  if (next.startsAt !== null && next.endsAt !== null && next.endsAt <= next.startsAt) {
    faults.add('/endsAt', 'must be later than "startsAt".');
  }
  faults.refuse();
  return next;
}

async function requireList(context: Context, id: string): Promise<PriceList> {
  const list = await context.store.get(priceLists, id, { lock: true });
  if (!list) throw problem(problems.notFound, { detail: `There is no price list ${id}.` });
  return list;
}

async function emitChange(
  context: Context,
  price: ListPrice,
  amountBefore: number | null,
  amountNow: number | null,
) {
  if (amountBefore === amountNow) return;
  const { productId, variantId, priceListId, currency, minimumQuantity } = price;
  await context.emit('price.changed', productId, {
    ...{ productId, variantId, priceListId, currency, minimumQuantity, amountBefore, amountNow },
  });
}

type PriceInput = Parameters<
  HandlersOf<CatalogOperations>['catalog.priceLists.setPrices']
>[1]['prices'][number];

/** Products of the variants priced, each looked up once. */
async function productIds(
  context: Context,
  prices: readonly PriceInput[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const faults: { pointer: string; message: string }[] = [];
  for (const [index, { variantId }] of prices.entries()) {
    if (found.has(variantId)) continue;
    const product = await context.store.find(products, 'byVariant', { variantId });
    for (const variant of product?.variants ?? []) if (product) found.set(variant.id, product.id);
    if (!product)
      faults.push({ pointer: `/prices/${index}/variantId`, message: `there is no variant ${variantId}.` });
  }
  const [first] = faults;
  if (!first) return found;
  throw problem(catalogProblems.unknownReference, {
    detail: `${first.pointer} ${first.message}`,
    errors: faults,
  });
}

function checkPrices(context: Context, prices: readonly PriceInput[]): void {
  const faults = new Faults();
  const { currencies } = context.config;
  const seen = new Set<string>();
  prices.forEach((price, index) => {
    if (!currencies.includes(price.currency)) {
      faults.add(
        `/prices/${index}/currency`,
        `the store has no ${price.currency}; it has ${currencies.join(', ')}.`,
      );
    }
    if (price.compareAtAmount != null && price.compareAtAmount < price.amount) {
      faults.add(`/prices/${index}/compareAtAmount`, `must not be below the price (${price.amount}).`);
    }
    const key = `${price.variantId}/${price.currency}/${price.minimumQuantity ?? 1}`;
    if (seen.has(key))
      faults.add(`/prices/${index}`, 'the same variant, currency and minimum quantity is given twice.');
    seen.add(key);
  });
  faults.refuse();
}

async function setPrice(
  context: Context,
  priceListId: string,
  input: PriceInput,
  productId: string,
): Promise<ListPrice> {
  const { variantId, amount, currency, minimumQuantity = 1, compareAtAmount = null } = input;
  const includesTax = input.includesTax ?? context.config.prices.includeTax;
  const values = { amount, compareAtAmount, includesTax };
  const key = { priceList: priceListId, variant: variantId, currency, minimumQuantity };
  const current = await context.store.find(listPrices, 'byPriceList', key);
  const isSame =
    current?.amount === amount &&
    current.compareAtAmount === compareAtAmount &&
    current.includesTax === includesTax;
  if (current && isSame) return current;
  const price = current
    ? await context.store.update(listPrices, current.id, (stored) => ({ ...stored, ...values }))
    : await context.store.insert(listPrices, {
        ...{ id: context.ids.next('price'), priceListId, variantId, productId, currency, minimumQuantity },
        ...values,
      });
  await emitChange(context, price, current?.amount ?? null, amount);
  return price;
}

interface PricesInput extends PageInput {
  readonly priceListId: string;
  readonly variantId?: string | undefined;
}

/** Pages of the prices of several lists, in one read. */
export async function listPricesOfMany(
  context: Context,
  inputs: readonly PricesInput[],
): Promise<Listed<ListPrice>[]> {
  const lists = inputs.map((input) => ({
    range: {
      index: 'byPriceList',
      where: {
        priceList: input.priceListId,
        ...(input.variantId === undefined ? {} : { variant: input.variantId }),
      },
    },
    input,
  }));
  return listPages(context, 'catalog.priceLists.listPrices', listPrices, lists);
}

export const priceListHandlers: Pick<HandlersOf<CatalogOperations>, PriceListOperation> = {
  async 'catalog.priceLists.list'(context, { status, ...input }) {
    const range = { index: 'byStatus', where: { status: status ?? '*' } };
    return listPage(context, 'catalog.priceLists.list', priceLists, range, input);
  },

  async 'catalog.priceLists.get'(context, { priceListId }) {
    return requireList(context, priceListId);
  },

  async 'catalog.priceLists.create'(context, { id, name, ...conditions }) {
    const list = await orTaken(
      context.store.insert(priceLists, {
        ...{ id: id ?? context.ids.next('plist'), name },
        ...completeConditions(context, noConditions, conditions),
      }),
      'price list',
    );
    await context.emit('price_list.created', list.id, list);
    return list;
  },

  async 'catalog.priceLists.update'(context, { priceListId, name, ...changes }) {
    const current = await requireList(context, priceListId);
    const next = { name: name ?? current.name, ...completeConditions(context, current, changes) };
    const { expectedVersion } = context;
    const list = await context.store.update(priceLists, priceListId, (stored) => ({ ...stored, ...next }), {
      expectedVersion,
    });
    await context.emit('price_list.updated', priceListId, list);
    return list;
  },

  async 'catalog.priceLists.delete'(context, { priceListId }) {
    await requireList(context, priceListId);
    for (;;) {
      const { items, hasMore } = await context.store.query(listPrices, {
        index: 'byPriceList',
        where: { priceList: priceListId },
        pageSize: 1000,
      });
      for (const { document } of items) {
        await context.store.delete(listPrices, document.id);
        await emitChange(context, document, document.amount, null);
      }
      if (!hasMore) break;
    }
    await context.store.delete(priceLists, priceListId, { expectedVersion: context.expectedVersion });
    await context.emit('price_list.deleted', priceListId, { id: priceListId });
    return null;
  },

  async 'catalog.priceLists.listPrices'(context, { priceListId, variantId, ...input }) {
    await requireList(context, priceListId);
    const [page] = await listPricesOfMany(context, [{ priceListId, variantId, ...input }]);
    return page ?? { data: [], page: { next: null }, cursors: [] };
  },

  async 'catalog.priceLists.setPrices'(context, { priceListId, prices }) {
    await requireList(context, priceListId);
    checkPrices(context, prices);
    const productOf = await productIds(context, prices);
    const set: ListPrice[] = [];
    for (const price of prices) {
      set.push(await setPrice(context, priceListId, price, productOf.get(price.variantId) ?? ''));
    }
    return { prices: set };
  },

  async 'catalog.priceLists.deletePrice'(context, { priceListId, priceId }) {
    const price = await context.store.get(listPrices, priceId, { lock: true });
    if (price?.priceListId !== priceListId) {
      throw problem(problems.notFound, { detail: `The price list ${priceListId} has no price ${priceId}.` });
    }
    await context.store.delete(listPrices, priceId);
    await emitChange(context, price, price.amount, null);
    return null;
  },
};
