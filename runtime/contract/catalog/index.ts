import type { StoreConfig } from '../../config/store-config.ts';
import { categoryEvents, categoryOperations, categoryResource } from './categories.ts';
import { collectionEvents, collectionOperations, collectionResource } from './collections.ts';
import { inventoryEvents, inventoryOperations, inventoryResources } from './inventory.ts';
import { locationEvents, locationOperations, locationResource } from './locations.ts';
import { mediaEvents, mediaOperations, mediaResource } from './media.ts';
import { priceListEvents, priceListOperations, priceListResources } from './price-lists.ts';
import { productContract } from './products.ts';
import { quoteOperations } from './quotes.ts';
import { reservationOperations } from './reservations.ts';

export { catalogProblems } from './problems.ts';

/** What the catalog service offers to a store with this configuration. */
export function catalogContract(config: StoreConfig) {
  const products = productContract(config);
  return {
    operations: {
      ...products.operations,
      ...quoteOperations,
      ...categoryOperations,
      ...collectionOperations,
      ...mediaOperations,
      ...priceListOperations,
      ...locationOperations,
      ...inventoryOperations,
      ...reservationOperations,
    },
    resources: [
      ...products.resources,
      categoryResource,
      collectionResource,
      mediaResource,
      ...priceListResources,
      locationResource,
      ...inventoryResources,
    ],
    events: [
      ...products.events,
      ...categoryEvents,
      ...collectionEvents,
      ...mediaEvents,
      ...priceListEvents,
      ...locationEvents,
      ...inventoryEvents,
    ],
  };
}

export type CatalogOperations = ReturnType<typeof catalogContract>['operations'];
