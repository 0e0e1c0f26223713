import type { SdkModel, SdkResource } from './sdk-model.ts';

/** A node of the tree of methods: `store.catalog` may have no methods of its own, `store.catalog.products` has. */
export interface MethodNode {
  /** The last segment of its path. */
  readonly name: string;
  readonly path: readonly string[];
  /** Of a namespace: what it is for. */
  readonly summary: string | undefined;
  readonly resource: SdkResource | undefined;
  readonly children: readonly MethodNode[];
}

/** The services, and what is below them, in the contract's order; namespaces that have no methods yet come last. */
export function methodTree(
  model: Pick<SdkModel, 'resources' | 'namespaces'>,
  path: readonly string[] = [],
): readonly MethodNode[] {
  const places = [...model.resources, ...model.namespaces].map((place) => place.path);
  const below = places.filter((place) => path.every((part, index) => place[index] === part));
  const names = new Set(below.flatMap((place) => place.slice(path.length, path.length + 1)));
  return [...names].map((name) => {
    const own = [...path, name];
    const isOwn = (place: { readonly path: readonly string[] }) => place.path.join('.') === own.join('.');
    return {
      name,
      path: own,
      summary: model.namespaces.find(isOwn)?.summary,
      resource: model.resources.find(isOwn),
      children: methodTree(model, own),
    };
  });
}

/** Where nothing can be called yet: `store.social.facebook`. */
export function emptyNodes(tree: readonly MethodNode[]): readonly MethodNode[] {
  return tree.flatMap((node) =>
    node.children.length > 0 ? emptyNodes(node.children) : node.resource ? [] : [node],
  );
}
