import type { ApiAnswer } from './call.ts';

/** One page of a list. */
export interface ApiPage<Item> {
  data: Item[];
  /** Cursor of the next page, for `after`; null on the last. */
  next: string | null;
  hasNextPage: boolean;
  /** Null on the last page. The filters stay as they are. */
  nextPage(): Promise<ApiPage<Item> | null>;
}

/**
 * A list that asks for nothing until it is used: await it for the first page, iterate it for all items, page by
 * page as they are needed.
 */
export class ApiList<Item> implements PromiseLike<ApiPage<Item>>, AsyncIterable<Item> {
  readonly #fetchPage: (after: string | undefined) => Promise<ApiAnswer<ApiPage<Item>>>;
  #first: Promise<ApiAnswer<ApiPage<Item>>> | undefined;

  constructor(fetchPage: (after: string | undefined) => Promise<ApiAnswer<ApiPage<Item>>>) {
    this.#fetchPage = fetchPage;
  }

  withResponse(): Promise<ApiAnswer<ApiPage<Item>>> {
    this.#first ??= this.#fetchPage(undefined);
    return this.#first;
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is its purpose.
  then<Result = ApiPage<Item>, Failure = never>(
    onFulfilled?: ((page: ApiPage<Item>) => Result | PromiseLike<Result>) | null,
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return this.withResponse()
      .then(({ data }) => data)
      .then(onFulfilled, onRejected);
  }

  /** Page by page, from the first. */
  async *pages(): AsyncGenerator<ApiPage<Item>, void, undefined> {
    let page: ApiPage<Item> | null = (await this.#fetchPage(undefined)).data;
    while (page) {
      yield page;
      page = await page.nextPage();
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.data;
  }

  /** The first items, at most `max`: say how many you can hold. */
  async toArray(options: { max: number }): Promise<Item[]> {
    const items: Item[] = [];
    for await (const page of this.pages()) {
      items.push(...page.data.slice(0, options.max - items.length));
      if (items.length >= options.max) break;
    }
    return items;
  }
}
