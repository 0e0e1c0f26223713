import { Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Fragments } from './fragments.ts';

/**
 * Fields on the longest way down: `{ products { nodes { title } } }` is 3 deep. Introspection doesn't count: its
 * answers are bounded by the schema. The document must be valid, so fragments don't go in circles.
 */
export function depthOf(operation: OperationDefinitionNode, fragments: Fragments): number {
  const ofFragment = new Map<string, number>();

  const fragmentDepth = (name: string): number => {
    const fragment = fragments.get(name);
    const depth = ofFragment.get(name) ?? (fragment ? selectionsDepth(fragment.selectionSet) : 0);
    ofFragment.set(name, depth);
    return depth;
  };

  const selectionsDepth = (set: SelectionSetNode): number =>
    set.selections.reduce((deepest, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        return Math.max(deepest, fragmentDepth(selection.name.value));
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return Math.max(deepest, selectionsDepth(selection.selectionSet));
      }
      if (selection.name.value.startsWith('__')) return deepest;
      const below = selection.selectionSet ? selectionsDepth(selection.selectionSet) : 0;
      return Math.max(deepest, 1 + below);
    }, 0);

  return selectionsDepth(operation.selectionSet);
}
