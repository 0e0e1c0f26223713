import type { BareEngine, Collection, Engine, Outbox, Store } from '../port.ts';
import type { EncryptionKeys } from './encryption-keys.ts';
import { digestWith } from './key-set.ts';
import { type SealedFields, sealedFieldsOf } from './sealed-document.ts';
import { SealedOutbox } from './sealed-outbox.ts';
import { SealedStore } from './sealed-store.ts';
import { StoreKeys } from './store-keys.ts';

/**
 * An engine that seals what its collections and events declare as personal, and opens it for whoever reads. Opens the
 * keys of every store first, so that a wrong key is refused before anything is written, and so that after a start
 * none of the keys given but the first is needed any more.
 * @throws {WrongEncryptionKey}
 */
export async function sealEngine(
  inner: BareEngine,
  collections: readonly Collection[],
  encryptionKeys: EncryptionKeys,
): Promise<Engine> {
  const engine = new SealedEngine(inner, sealedFieldsOf(collections), encryptionKeys);
  await engine.openKeys();
  return engine;
}

class SealedEngine implements Engine {
  readonly outbox: Outbox;
  readonly #inner: BareEngine;
  readonly #fields: SealedFields;
  readonly #encryptionKeys: EncryptionKeys;
  readonly #keys = new Map<string, StoreKeys>();

  constructor(inner: BareEngine, fields: SealedFields, encryptionKeys: EncryptionKeys) {
    this.#inner = inner;
    this.#fields = fields;
    this.#encryptionKeys = encryptionKeys;
    this.outbox = new SealedOutbox(inner.outbox, (storeId) => this.#keysOf(storeId));
  }

  get description(): string {
    return this.#inner.description;
  }

  async openKeys(): Promise<void> {
    for (const storeId of await this.#inner.storeIds()) await this.#keysOf(storeId).ready();
  }

  store(id: string): Store {
    return new SealedStore(this.#inner.store(id), this.#fields, this.#keysOf(id));
  }

  async digestOf(storeId: string, text: string): Promise<string> {
    return digestWith(await this.#keysOf(storeId).ready(), text);
  }

  storeIds(): Promise<string[]> {
    return this.#inner.storeIds();
  }

  async drop(storeId: string): Promise<void> {
    await this.#inner.drop(storeId);
    // Stores that were handed out have the same keys, and must not write with those any more.
    this.#keysOf(storeId).forget();
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  #keysOf(storeId: string): StoreKeys {
    const known = this.#keys.get(storeId);
    if (known) return known;
    const keys = new StoreKeys(this.#inner.store(storeId), this.#encryptionKeys);
    this.#keys.set(storeId, keys);
    return keys;
  }
}
