import type { Seed } from '../seed.ts';
import { summaries } from '../summaries.ts';

/** Nothing but a configuration to start from. */
export function empty(): Seed {
  return {
    name: 'empty',
    summary: summaries.empty,
    config: {
      name: 'My store',
      locales: ['en'],
      currencies: ['EUR'],
      channels: { web: { name: 'Web' } },
      productTypes: {
        default: {
          name: 'Product',
          attributes: { material: { type: 'text', label: 'Material', searchable: true } },
        },
      },
    },
    notes: {
      '/locales': "The first is the default: a product's own texts are in it, others are translations.",
      '/currencies': 'Prices are set in each of them; nothing is converted behind your back.',
      '/channels': 'Where you sell. A publishable key is bound to one of them.',
      '/productTypes':
        'What products are. Attributes become fields of the API, with types in your SDK: add one and save, and see.',
    },
    ...{ locations: [], categories: [], files: [], products: [] },
    ...{ collections: [], priceLists: [], promotions: [], stock: [] },
  };
}
