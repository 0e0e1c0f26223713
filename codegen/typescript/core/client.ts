import { type ApiAnswer, ApiCall } from './call.ts';
import { environmentVariable } from './environment.ts';
import { ApiList, type ApiPage } from './list.ts';
import { loggingHooks } from './log.ts';
import type {
  ClientOptions,
  CustomerToken,
  RequestDescription,
  RequestOptions,
  VersionedOptions,
} from './options.ts';
import { type Connection, send } from './send.ts';

/** Sends what the methods describe. Made by `createStore` and `createStorefront`. */
export class ApiClient {
  readonly #connection: Connection;

  constructor(key: string, options: ClientOptions & { customerToken?: CustomerToken | undefined }) {
    const url = options.url ?? environmentVariable('HEADLESSPRO_URL');
    if (url === undefined) {
      throw new TypeError(
        'No url: pass { url } or set HEADLESSPRO_URL. `hp dev` prints it; http://127.0.0.1:4000 unless that was taken.',
      );
    }
    const hooks = loggingHooks(environmentVariable('HEADLESSPRO_LOG'), options.hooks);
    this.#connection = { ...options, hooks, key, url: url.replace(/\/+$/, '') };
  }

  /** Starts at once. */
  call<Data>(request: RequestDescription, options?: VersionedOptions): ApiCall<Data> {
    const answer = send(this.#connection, request, options).then((answer) => {
      const isExpected = request.answers !== undefined || request.isFile || isObject(answer.data);
      if (!isExpected) this.#tellMismatch(request, 'answered with no object.', answer.data);
      return answer as ApiAnswer<Data>;
    });
    return new ApiCall(answer);
  }

  /** Starts when it is used. */
  list<Item>(request: RequestDescription, options?: RequestOptions): ApiList<Item> {
    const fetchPage = async (after: string | undefined): Promise<ApiAnswer<ApiPage<Item>>> => {
      const query = after === undefined ? request.query : { ...request.query, after };
      const { data, response } = await send(this.#connection, { ...request, query }, options);
      const { items, next, mismatch } = readPage<Item>(data);
      if (mismatch !== undefined) this.#tellMismatch(request, mismatch, data);
      const nextPage = async () => (next === null ? null : (await fetchPage(next)).data);
      return { data: { data: items, next, hasNextPage: next !== null, nextPage }, response };
    };
    return new ApiList(fetchPage);
  }

  #tellMismatch({ method, path }: RequestDescription, what: string, body: unknown): void {
    const url = this.#connection.url + path;
    this.#connection.hooks?.onMismatch?.({ method, url, message: `${url}: ${what}`, body });
  }
}

function isObject(value: unknown): boolean {
  return Object(value) === value && !Array.isArray(value);
}

function readPage<Item>(body: unknown): { items: Item[]; next: string | null; mismatch?: string } {
  const answer = (body ?? {}) as { data?: Item[]; page?: { next?: string | null } };
  const items = Array.isArray(answer.data) ? answer.data : [];
  const next = answer.page?.next;
  if (Array.isArray(answer.data) && next !== undefined) return { items, next };
  return { items, next: next ?? null, mismatch: 'a list was answered without "data" or "page.next".' };
}
