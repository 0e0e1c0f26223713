import type { Static } from 'typebox';
import type { Collection as CollectionSchema } from '../../../contract/catalog/collections.ts';
import { collection } from '../../../store/port.ts';
import { defaultLocaleKey } from '../products/collections.ts';

export type ProductCollection = Static<typeof CollectionSchema>;

export const productCollections = collection<ProductCollection>({
  name: 'collections',
  indexes: {
    bySlug: {
      version: 1,
      columns: [
        { name: 'locale', type: 'text' },
        { name: 'slug', type: 'text' },
      ],
      unique: true,
      keys: ({ slug, translations }) => [
        [defaultLocaleKey, slug],
        ...translations.flatMap(({ locale, slug: translated }) => (translated ? [[locale, translated]] : [])),
      ],
    },
    byKind: {
      version: 1,
      columns: [{ name: 'kind', type: 'text' }],
      keys: ({ kind }) => [[kind]],
    },
    byName: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'name', type: 'text' },
      ],
      keys: ({ name }) => [[1, name.toLowerCase().slice(0, 120)]],
    },
  },
});
