import type { SdkResource } from './sdk-model.ts';

/** A node of the tree of methods: `store.catalog` may have no methods of its own, `store.catalog.products` has. */
export interface MethodNode {
  /** The last segment of its path. */
  readonly name: string;
  readonly path: readonly string[];
  readonly resource: SdkResource | undefined;
  readonly children: readonly MethodNode[];
}

/** The services, and what is below them, in the contract's order. */
export function methodTree(
  resources: readonly SdkResource[],
  path: readonly string[] = [],
): readonly MethodNode[] {
  const below = resources.filter((resource) => path.every((part, index) => resource.path[index] === part));
  const names = new Set(below.flatMap((resource) => resource.path.slice(path.length, path.length + 1)));
  return [...names].map((name) => {
    const own = [...path, name];
    const resource = below.find((candidate) => candidate.path.join('.') === own.join('.'));
    return { name, path: own, resource, children: methodTree(resources, own) };
  });
}
