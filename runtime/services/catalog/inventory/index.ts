import { firstDue } from '../../../clock/first-due.ts';
import type { Context } from '../../../context/context.ts';
import type { Service } from '../../../context/service.ts';
import type { Collection } from '../../../store/port.ts';
import { adjustments, locations, reservations, stocks } from './collections.ts';
import { forgetRemovedVariants } from './forget.ts';
import { inventoryHandlers } from './handlers.ts';
import { type ListLevelsInput, listLevelsOfVariants } from './levels.ts';
import { locationHandlers } from './location-handlers.ts';
import { expireReservations } from './settle.ts';
import { type StockedProduct, variantDirectory } from './variant-directory.ts';

export type { InventoryPolicy } from './allocation.ts';
export { type Availability, availabilityOf, type VariantPolicy } from './availability.ts';

/**
 * Inventory's part of the catalog service. `products` is the collection of products; its index `byVariant` lists
 * a product under the id of each of its variants.
 *
 * Stock follows products by the events `product.updated` and `product.deleted`, whose subject is the product.
 */
export function inventory<Product extends StockedProduct>(
  products: Collection<Product>,
): Omit<Service, 'name'> {
  const variants = variantDirectory(products);
  return {
    // A collection is stored by its documents' own type; the service lists collections of all types.
    collections: [locations, stocks, adjustments, reservations] as unknown as readonly Collection[],
    handlers: { ...locationHandlers, ...inventoryHandlers(variants) },
    batches: {
      'catalog.inventory.listLevels': (context: Context, inputs: readonly ListLevelsInput[]) =>
        listLevelsOfVariants(context, inputs),
    },
    loaders: {
      Location: (context, ids) => context.store.getMany(locations, ids),
    },
    subscriptions: [forgetRemovedVariants(variants)],
    schedules: {
      'catalog.expire-reservations': {
        ...{ everySeconds: 5, run: expireReservations },
        nextDueAt: ({ store }) => firstDue(store, stocks, 'byExpiry', { all: 1 }),
      },
    },
  };
}
