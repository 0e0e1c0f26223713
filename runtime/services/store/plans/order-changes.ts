import { entryKinds } from '../../../contract/store/plans.ts';
import type { Change } from './apply-change.ts';

/** What may go before anything is created, so that its slugs, SKUs and codes are free for what comes in its place. */
const deletedFirst = ['promotion', 'list_price', 'price_list', 'collection', 'product'] as const;
/** What may go only when nothing refers to it any more. */
const deletedLast = ['category', 'media', 'location'] as const;
/** The config goes before everything. */
const written = entryKinds.filter((kind) => kind !== 'config');

/** How many of a category's parents are in the plan too. */
function depthIn(parents: ReadonlyMap<string, string | null>, id: string): number {
  let depth = 0;
  const seen = new Set<string>();
  for (let at = parents.get(id); at && parents.has(at) && !seen.has(at); at = parents.get(at)) {
    seen.add(at);
    depth += 1;
  }
  return depth;
}

/**
 * Changes in an order in which each of them is possible: deletions that make room, then what is created or
 * changed, parents before children, then the other deletions, children before parents. `parents` says of the
 * categories to be deleted where they hang now.
 */
export function orderChanges(
  changes: readonly Change[],
  parents: ReadonlyMap<string, string | null>,
): Change[] {
  const of = (kind: Change['kind'], ...actions: readonly Change['action'][]) =>
    changes.filter((change) => change.kind === kind && actions.includes(change.action));
  const wantedParents = new Map(
    of('category', 'create').map(({ id, content }) => [id, (content?.parentId ?? null) as string | null]),
  );
  const byDepth = (tree: ReadonlyMap<string, string | null>) => (left: Change, right: Change) =>
    depthIn(tree, left.id) - depthIn(tree, right.id);
  return [
    ...deletedFirst.flatMap((kind) => of(kind, 'delete')),
    ...written.flatMap((kind) => [
      ...(kind === 'category' ? of(kind, 'create').sort(byDepth(wantedParents)) : of(kind, 'create')),
      ...of(kind, 'update'),
    ]),
    ...deletedLast.flatMap((kind) =>
      kind === 'category' ? of(kind, 'delete').sort(byDepth(parents)).reverse() : of(kind, 'delete'),
    ),
  ];
}
