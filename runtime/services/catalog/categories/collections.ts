import type { Static } from 'typebox';
import type { Category as CategorySchema } from '../../../contract/catalog/categories.ts';
import { collection } from '../../../store/port.ts';
import { defaultLocaleKey } from '../products/collections.ts';

export type Category = Static<typeof CategorySchema>;

/** Stands for the parent of those at the top. */
export const rootKey = 'root';

export const categories = collection<Category>({
  name: 'categories',
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
    byParent: {
      version: 1,
      columns: [
        { name: 'parent', type: 'text' },
        { name: 'position', type: 'integer' },
      ],
      keys: ({ parentId, position }) => [[parentId ?? rootKey, position]],
    },
    /** Level by level: parents before their children. */
    byDepth: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'depth', type: 'integer' },
        { name: 'parent', type: 'text' },
        { name: 'position', type: 'integer' },
      ],
      keys: ({ path, parentId, position }) => [[1, path.length, parentId ?? '', position]],
    },
    /** Everything below a category. */
    byAncestor: {
      version: 1,
      columns: [
        { name: 'ancestor', type: 'text' },
        { name: 'depth', type: 'integer' },
      ],
      keys: ({ path }) => path.map((ancestor) => [ancestor, path.length]),
    },
  },
});
