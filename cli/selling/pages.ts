interface Page<Item> {
  readonly data: readonly Item[];
  readonly page: { readonly next: string | null };
}

const largestPage = 100;

export interface Listed<Item> {
  readonly items: readonly Item[];
  /** Whether there are more than were asked for. */
  readonly hasMore: boolean;
}

/** The first so many of a list. */
export async function firstOf<Item>(
  limit: number,
  read: (page: { pageSize: number; after?: string }) => Promise<Page<Item>>,
): Promise<Listed<Item>> {
  const items: Item[] = [];
  let next: string | null = null;
  do {
    const pageSize = Math.min(largestPage, limit - items.length);
    const page: Page<Item> = await read({ pageSize, ...(next === null ? {} : { after: next }) });
    items.push(...page.data);
    next = page.page.next;
  } while (next !== null && items.length < limit);
  return { items: items.slice(0, limit), hasMore: next !== null || items.length > limit };
}

/** All of a list, a page at a time. */
export async function* allOf<Item>(
  read: (page: { pageSize: number; after?: string }) => Promise<Page<Item>>,
): AsyncGenerator<Item> {
  let next: string | null = null;
  do {
    const page: Page<Item> = await read({ pageSize: largestPage, ...(next === null ? {} : { after: next }) });
    yield* page.data;
    next = page.page.next;
  } while (next !== null);
}
