import type { Static } from 'typebox';
import type {
  ListPrice as ListPriceSchema,
  PriceList as PriceListSchema,
} from '../../../contract/catalog/price-lists.ts';
import { collection } from '../../../store/port.ts';

export type PriceList = Static<typeof PriceListSchema>;
export type ListPrice = Static<typeof ListPriceSchema>;

export const priceLists = collection<PriceList>({
  name: 'price_lists',
  indexes: {
    byStatus: {
      version: 1,
      columns: [
        { name: 'status', type: 'text' },
        { name: 'created', type: 'text' },
      ],
      keys: ({ status, createdAt }) => [
        [status, createdAt],
        ['*', createdAt],
      ],
    },
  },
});

export const listPrices = collection<ListPrice>({
  name: 'list_prices',
  indexes: {
    /** A price list has one price of a variant, currency and tier. */
    byPriceList: {
      version: 1,
      columns: [
        { name: 'priceList', type: 'text' },
        { name: 'variant', type: 'text' },
        { name: 'currency', type: 'text' },
        { name: 'minimumQuantity', type: 'integer' },
      ],
      unique: true,
      keys: (price) => [[price.priceListId, price.variantId, price.currency, price.minimumQuantity]],
    },
    byVariant: {
      version: 1,
      columns: [{ name: 'variant', type: 'text' }],
      keys: ({ variantId }) => [[variantId]],
    },
    byProduct: {
      version: 1,
      columns: [{ name: 'product', type: 'text' }],
      keys: ({ productId }) => [[productId]],
    },
  },
});
