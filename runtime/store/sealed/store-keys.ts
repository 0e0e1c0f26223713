import { UniqueViolation } from '../errors.ts';
import { collection, type Store, type StoredDocument, type Writer } from '../port.ts';
import type { EncryptionKeys } from './encryption-keys.ts';
import { createKeySet, type KeySet, openKeySet, renewedKeySet, sealKeySet } from './key-set.ts';

interface SealingKeys extends StoredDocument {
  readonly envelope: string;
}

/** The keys of a store, sealed with a key that is not in the database. */
export const sealingKeys = collection<SealingKeys>({ name: 'sealing_keys', indexes: {} });

const documentId = 'current';

/** The keys of one store: made with its first write, renewed when the operator's first key is another one. */
export class StoreKeys {
  readonly #store: Store;
  readonly #encryptionKeys: EncryptionKeys;
  #loading: Promise<KeySet> | undefined;

  /** `store` is the engine's own, which seals nothing. */
  constructor(store: Store, encryptionKeys: EncryptionKeys) {
    this.#store = store;
    this.#encryptionKeys = encryptionKeys;
  }

  /** The keys as this process knows them. Throws `WrongEncryptionKey`. */
  ready(): Promise<KeySet> {
    return this.#loading ?? this.reload();
  }

  /** The keys as they are in the database now. Not from inside a transaction, which it might wait for. */
  reload(): Promise<KeySet> {
    const loading = this.#load();
    this.#loading = loading;
    loading.catch(() => {
      if (this.#loading === loading) this.#loading = undefined;
    });
    return loading;
  }

  /** For when the store was emptied, its keys with it. */
  forget(): void {
    this.#loading = undefined;
  }

  async #load(): Promise<KeySet> {
    const found = await this.#store.get(sealingKeys, documentId);
    const known = found && this.#open(found);
    if (known && !known.isOutdated) return known.set;
    try {
      return await this.#store.transaction((writer) => this.#write(writer));
    } catch (error) {
      // Another process made them at the same time.
      if (error instanceof UniqueViolation) return this.#load();
      throw error;
    }
  }

  /** Decided anew under the lock: another process may have been first. */
  async #write(writer: Writer): Promise<KeySet> {
    const found = await writer.get(sealingKeys, documentId, { lock: true });
    if (!found) {
      const set = createKeySet();
      await writer.insert(sealingKeys, { id: documentId, envelope: this.#seal(set) });
      return set;
    }
    const { set, isOutdated } = this.#open(found);
    if (!isOutdated) return set;
    const renewed = renewedKeySet(set);
    await writer.update(sealingKeys, documentId, (current) => ({
      ...current,
      envelope: this.#seal(renewed),
    }));
    return renewed;
  }

  #open({ envelope }: SealingKeys) {
    return openKeySet(this.#store.id, this.#encryptionKeys, envelope);
  }

  #seal(set: KeySet): string {
    return sealKeySet(this.#store.id, this.#encryptionKeys, set);
  }
}
