import type { SdkResource } from '../model/index.ts';
import { exportedName } from './go-names.ts';

/** A node of the tree of methods: `store.Catalog` may have no methods of its own, `store.Catalog.Products` has. */
export interface MethodNode {
  readonly path: readonly string[];
  readonly resource: SdkResource | undefined;
  readonly children: readonly MethodNode[];
}

/** The services, and what is below them. */
export function methodTree(
  resources: readonly SdkResource[],
  path: readonly string[] = [],
): readonly MethodNode[] {
  const below = resources.filter((resource) => path.every((part, index) => resource.path[index] === part));
  const names = new Set(below.flatMap((resource) => resource.path.slice(path.length, path.length + 1)));
  return [...names].map((name) => ({
    path: [...path, name],
    resource: below.find((resource) => resource.path.join('.') === [...path, name].join('.')),
    children: methodTree(resources, [...path, name]),
  }));
}

/** `store.Catalog` is a `catalog.Service`, `store.Catalog.Products` a `catalog.ProductsResource`. */
export function nodeType(path: readonly string[]): string {
  const below = path.slice(1);
  return below.length === 0 ? 'Service' : `${below.map(exportedName).join('')}Resource`;
}
