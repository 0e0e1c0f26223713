import type { Context } from '../../context/context.ts';
import { decodeCursor, encodeCursor, listScope } from '../../cursor/index.ts';
import type { Collection, Query, StoredDocument } from '../../store/port.ts';

interface PageInput {
  readonly pageSize?: number | undefined;
  readonly after?: string | undefined;
}

/** A page of everything under `where` in an index, latest first. */
export async function listPage<Doc extends StoredDocument>(
  context: Context,
  operationId: string,
  from: Collection<Doc>,
  range: Pick<Query, 'index' | 'where'>,
  { pageSize = 20, after }: PageInput,
) {
  const scope = listScope(operationId, range);
  const { items, hasMore } = await context.store.query(from, {
    ...{ ...range, direction: 'descending', pageSize },
    ...(after === undefined ? {} : { after: decodeCursor(scope, after) }),
  });
  const cursors = items.map(({ position }) => encodeCursor(scope, position));
  const next = hasMore ? (cursors.at(-1) ?? null) : null;
  return { data: items.map(({ document }) => document), page: { next }, cursors };
}
