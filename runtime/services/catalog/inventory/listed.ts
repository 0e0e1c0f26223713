import type { Context } from '../../../context/context.ts';
import type { Page } from '../../../context/service.ts';
import { decodeCursor, encodeCursor } from '../../../cursor/index.ts';
import type { Collection, KeyValue, StoredDocument } from '../../../store/port.ts';

/** A page as a handler answers it: a fresh array, as the contract's type says. */
export interface Listed<Item> extends Page<Item> {
  readonly data: Item[];
}

export interface PageInput {
  /** 20 unless given. */
  readonly pageSize?: number | undefined;
  readonly after?: string | undefined;
}

export interface ListQuery {
  readonly index: string;
  readonly where: Readonly<Record<string, KeyValue>>;
  readonly direction?: 'ascending' | 'descending';
}

/** A page of everything that lies under `where` in an index. */
export async function listPage<Doc extends StoredDocument>(
  context: Context,
  from: Collection<Doc>,
  query: ListQuery,
  { pageSize = 20, after }: PageInput,
): Promise<Listed<Doc>> {
  const scope = `${from.name}:${Object.values(query.where).join(':')}`;
  const { items, hasMore } = await context.store.query(from, {
    ...query,
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
