import type { Context } from '../../context/context.ts';
import { decodeCursor, encodeCursor, listScope } from '../../cursor/index.ts';
import type { Collection, Query, StoredDocument } from '../../store/port.ts';

export interface PageInput {
  readonly pageSize?: number | undefined;
  readonly after?: string | undefined;
}

/** A page as handlers answer it. */
export interface Listed<Item> {
  data: Item[];
  page: { next: string | null };
  cursors: string[];
}

/** A page of everything under `where` in an index. */
export async function listPage<Doc extends StoredDocument>(
  context: Context,
  operationId: string,
  from: Collection<Doc>,
  range: Pick<Query, 'index' | 'where' | 'direction'>,
  { pageSize = 20, after }: PageInput,
): Promise<Listed<Doc>> {
  const scope = listScope(operationId, range);
  const { items, hasMore } = await context.store.query(from, {
    ...range,
    pageSize,
    ...(after === undefined ? {} : { after: decodeCursor(scope, after) }),
  });
  const cursors = items.map(({ position }) => encodeCursor(scope, position));
  return {
    data: items.map(({ document }) => document),
    page: { next: hasMore ? (cursors.at(-1) ?? null) : null },
    cursors,
  };
}
