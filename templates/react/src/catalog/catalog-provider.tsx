import type { ReactNode } from 'react';
import { useLoaded } from '../loading/use-loaded.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import { CatalogContext } from './catalog-context.ts';

/** What a navigation can hold; a store with more wants a menu of its own. */
const max = 500;

/** Loads the navigation. A store can do without it, so a failure here leaves the rest of the page alone. */
export function CatalogProvider({ children }: { readonly children: ReactNode }) {
  const { api, url } = useStore();
  const { locale } = usePreferences();
  const { data } = useLoaded(`${url} ${locale}`, async (signal) => {
    const [categories, collections] = await Promise.all([
      api.catalog.categories.list({ locale, pageSize: 100 }, { signal }).toArray({ max }),
      api.catalog.collections.list({ locale, pageSize: 100 }, { signal }).toArray({ max }),
    ]);
    return { categories, collections };
  });
  return <CatalogContext value={data}>{children}</CatalogContext>;
}
