import type { Context } from '../../../context/context.ts';
import { catalogProblems } from '../../../contract/catalog/problems.ts';
import { problem } from '../../../contract/problem.ts';
import { UniqueViolation } from '../../../store/errors.ts';
import { collection, type Position, type StoredDocument } from '../../../store/port.ts';
import { type Category, categories, rootKey } from './collections.ts';

/*
 * Moves change the paths of a whole branch, and two at a time could make a circle that neither makes alone. So
 * changes of the tree go one after another: each takes the lock of this one document first.
 */
export const categoryTree = collection<StoredDocument>({ name: 'category_trees', indexes: {} });

/** Makes changes of the tree's shape wait for one another. */
export async function lockTree(context: Context): Promise<void> {
  const tree = await context.store.get(categoryTree, 'tree', { lock: true });
  if (tree) return;
  try {
    await context.store.insert(categoryTree, { id: 'tree' });
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    // Another transaction made it just now.
    await context.store.get(categoryTree, 'tree', { lock: true });
  }
}

/** Path of what stands below a parent: the parent's own path and the parent. */
export async function pathBelow(context: Context, parentId: string | null): Promise<string[]> {
  if (parentId === null) return [];
  const parent = await context.store.get(categories, parentId);
  if (parent) return [...parent.path, parent.id];
  const message = `there is no category ${parentId}.`;
  throw problem(catalogProblems.unknownReference, {
    detail: `/parentId ${message}`,
    errors: [{ pointer: '/parentId', message }],
  });
}

const maximumSiblings = 10_000;

/** Puts a category at a place among its siblings, from 0, and numbers them anew. Last unless a place is given. */
export async function arrange(
  context: Context,
  category: Category,
  place: number | undefined,
): Promise<Category> {
  const { items } = await context.store.query(categories, {
    index: 'byParent',
    where: { parent: category.parentId ?? rootKey },
    pageSize: maximumSiblings,
  });
  const others = items.map((item) => item.document).filter((sibling) => sibling.id !== category.id);
  const at = Math.max(0, Math.min(place ?? others.length, others.length));
  const ordered = [...others.slice(0, at), category, ...others.slice(at)];
  let arranged = category;
  for (const [position, sibling] of ordered.entries()) {
    if (sibling.position === position) continue;
    const stored = await context.store.update(categories, sibling.id, (current) => ({
      ...current,
      position,
    }));
    if (sibling.id === category.id) arranged = stored;
  }
  return arranged;
}

async function rewritePaths(context: Context, moved: Category): Promise<void> {
  // All of them first: rewriting changes the order that they are read in.
  const branch: Category[] = [];
  let after: Position | undefined;
  do {
    const { items, hasMore } = await context.store.query(categories, {
      index: 'byAncestor',
      where: { ancestor: moved.id },
      pageSize: 1000,
      ...(after ? { after } : {}),
    });
    branch.push(...items.map((item) => item.document));
    after = hasMore ? items.at(-1)?.position : undefined;
  } while (after);
  for (const document of branch) {
    const below = document.path.slice(document.path.indexOf(moved.id));
    const path = [...moved.path, ...below];
    await context.store.update(categories, document.id, (current) => ({ ...current, path }));
  }
}

/**
 * Moves a category with everything below it, under the lock of the tree. Listings of its products follow by the event.
 * @throws {Problem} `category_cycle`, `unknown_reference`.
 */
export async function moveCategory(
  context: Context,
  category: Category,
  parentId: string | null,
  position: number | undefined,
): Promise<Category> {
  const path = await pathBelow(context, parentId);
  if (path.includes(category.id)) {
    throw problem(catalogProblems.categoryCycle, {
      detail: `"${category.name}" can not be moved below ${parentId === category.id ? 'itself' : 'its own sub-category'}.`,
    });
  }
  const parentIdBefore = category.parentId;
  const moved = await context.store.update(
    categories,
    category.id,
    (current) => ({ ...current, parentId, path }),
    { expectedVersion: context.expectedVersion },
  );
  if (parentIdBefore !== parentId) await rewritePaths(context, moved);
  const arranged = await arrange(context, moved, position);
  if (parentIdBefore !== parentId) {
    await context.emit('category.moved', category.id, {
      id: category.id,
      parentIdBefore,
      parentIdNow: parentId,
    });
  } else await context.emit('category.updated', category.id, arranged);
  return arranged;
}
