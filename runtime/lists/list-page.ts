import type { Context } from '../context/context.ts';
import { decodeCursor, encodeCursor, listScope } from '../cursor/index.ts';
import type { Collection, Query, StoredDocument } from '../store/port.ts';

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

type Range = Pick<Query, 'index' | 'where' | 'direction' | 'range'>;

/** Pages of several lists of one collection in one read, in the order asked. */
export async function listPages<Doc extends StoredDocument>(
  context: Context,
  operationId: string,
  from: Collection<Doc>,
  lists: readonly { readonly range: Range; readonly input: PageInput }[],
): Promise<Listed<Doc>[]> {
  const scopes = lists.map(({ range }) => listScope(operationId, range));
  const queries = lists.map(({ range, input: { pageSize = 20, after } }, index) => ({
    ...range,
    pageSize,
    ...(after === undefined ? {} : { after: decodeCursor(scopes[index] ?? '', after) }),
  }));
  const results = await context.store.queryEach(from, queries);
  return results.map(({ items, hasMore }, index) => {
    const cursors = items.map(({ position }) => encodeCursor(scopes[index] ?? '', position));
    return {
      data: items.map(({ document }) => document),
      page: { next: hasMore ? (cursors.at(-1) ?? null) : null },
      cursors,
    };
  });
}

/** A page of everything under `where` in an index. */
export async function listPage<Doc extends StoredDocument>(
  context: Context,
  operationId: string,
  from: Collection<Doc>,
  range: Range,
  input: PageInput,
): Promise<Listed<Doc>> {
  const [page] = await listPages(context, operationId, from, [{ range, input }]);
  return page ?? { data: [], page: { next: null }, cursors: [] };
}
