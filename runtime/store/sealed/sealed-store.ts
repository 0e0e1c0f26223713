import type { Store, Writer } from '../port.ts';
import type { Seal, SealedFields } from './sealed-document.ts';
import { SealedReader } from './sealed-reader.ts';
import { SealedWriter } from './sealed-writer.ts';
import { UnseenStoreKey } from './sealing-errors.ts';
import type { StoreKeys } from './store-keys.ts';

/**
 * Runs `open` with the keys of a store, and once more with those of now where another process has made a new one
 * since this one looked.
 */
export async function withKeys<Result>(
  storeId: string,
  keys: StoreKeys,
  open: (seal: Seal) => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await open({ storeId, keys: await keys.ready() });
  } catch (error) {
    if (!(error instanceof UnseenStoreKey)) throw error;
    return open({ storeId, keys: await keys.reload() });
  }
}

export class SealedStore extends SealedReader implements Store {
  readonly #inner: Store;
  readonly #keys: StoreKeys;

  constructor(inner: Store, fields: SealedFields, keys: StoreKeys) {
    super(inner, fields, (open) => withKeys(inner.id, keys, open));
    this.#inner = inner;
    this.#keys = keys;
  }

  get id(): string {
    return this.#inner.id;
  }

  transaction<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result> {
    return withKeys(this.id, this.#keys, (seal) =>
      this.#inner.transaction((writer) => work(new SealedWriter(writer, this.fields, seal))),
    );
  }
}
