import { createContext, use } from 'react';
import type { Category, Collection } from '../headlesspro/storefront.js';

/** The places in which products are found. */
export interface Catalog {
  /** In tree order: parents before their children. */
  readonly categories: readonly Category[];
  readonly collections: readonly Collection[];
}

export const CatalogContext = createContext<Catalog | undefined>(undefined);

/** Categories and collections in the visitor's language; undefined until they are loaded. */
export function useCatalog(): Catalog | undefined {
  return use(CatalogContext);
}
