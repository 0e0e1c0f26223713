import { firstDue } from '../../clock/first-due.ts';
import type { Handler, Service } from '../../context/service.ts';
import type { Collection } from '../../store/port.ts';
import { categories } from './categories/collections.ts';
import { categoryHandlers, listCategories } from './categories/handlers.ts';
import { categoryTree } from './categories/move-category.ts';
import { productCollections } from './collections/collections.ts';
import { collectionHandlers } from './collections/handlers.ts';
import { inventory } from './inventory/index.ts';
import { loaders } from './loaders.ts';
import { media } from './media/collections.ts';
import { mediaHandlers } from './media/handlers.ts';
import { removeFile } from './media/remove-file.ts';
import { listPrices, priceLists } from './prices/collections.ts';
import { forgetPrices } from './prices/forget-prices.ts';
import { listPricesOfMany, priceListHandlers } from './prices/price-list-handlers.ts';
import { attributeClaims, listings, products } from './products/collections.ts';
import { productHandlers } from './products/handlers.ts';
import { listMany } from './products/list-products.ts';
import { continueRefreshes, followChange, publishDue, refreshes } from './products/refresh-listings.ts';

const stock = inventory(products);

// A collection is stored by its documents' own type; the service lists collections of all types.
const own = [
  ...[products, listings, attributeClaims, refreshes],
  ...[categories, categoryTree, productCollections, media, priceLists, listPrices],
] as unknown as readonly Collection[];

// Each handler is typed by its operation; the gateway hands over what the contract has validated.
const handlers = {
  ...productHandlers,
  ...categoryHandlers,
  ...collectionHandlers,
  ...mediaHandlers,
  ...priceListHandlers,
} as Readonly<Record<string, Handler>>;

/** Products, variants, categories, collections, media, prices and stock. */
export const catalogService: Service = {
  name: 'catalog',
  collections: [...own, ...stock.collections],
  handlers: { ...handlers, ...stock.handlers },
  batches: {
    'catalog.products.list': listMany,
    'catalog.categories.list': listCategories,
    'catalog.priceLists.listPrices': listPricesOfMany,
    ...stock.batches,
  },
  loaders: { ...loaders, ...stock.loaders },
  subscriptions: [
    {
      name: 'catalog.follow-changes',
      events: [
        'category.moved',
        'category.deleted',
        'collection.created',
        'collection.updated',
        'collection.deleted',
      ],
      handle: followChange,
    },
    { name: 'catalog.forget-prices', events: ['product.updated', 'product.deleted'], handle: forgetPrices },
    { name: 'catalog.remove-file', events: ['media.deleted'], handle: removeFile },
    ...stock.subscriptions,
  ],
  schedules: {
    'catalog.publish-due': {
      ...{ everySeconds: 5, run: publishDue },
      nextDueAt: ({ store }) => firstDue(store, listings, 'byNextChange'),
    },
    'catalog.continue-refreshes': {
      ...{ everySeconds: 1, run: continueRefreshes },
      // Begun in the past, and to be gone on with now.
      nextDueAt: ({ store }) => firstDue(store, refreshes, 'byCreated'),
    },
    ...stock.schedules,
  },
};
