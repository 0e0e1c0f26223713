import { exportedName } from './go-names.ts';

/** `store.Catalog` is a `catalog.Service`, `store.Catalog.Products` a `catalog.ProductsResource`. */
export function nodeType(path: readonly string[]): string {
  const below = path.slice(1);
  return below.length === 0 ? 'Service' : `${below.map(exportedName).join('')}Resource`;
}
