import { type EncryptionKeys, parseEncryptionKeys } from '../../runtime/store/index.ts';
import type { Collection } from '../../runtime/store/port.ts';
import { openSqliteEngine } from '../../runtime/store/sqlite/index.ts';
import { mainStoreId } from '../sandboxes/store-place.ts';
import { emulatorCollections } from '../store-collections.ts';
import type { SnapshotManifest } from './snapshot-manifest.ts';

const most = 1_000_000;

function collectionNamed(name: string): Collection {
  const found = emulatorCollections.find((each) => each.name === name);
  if (!found) throw new Error(`There is no collection ${name}.`);
  return found;
}

/**
 * Goes through a copied file: brings its tables up to date, seals it with the first of `keys` (with which another of
 * them opened it until now), and leaves out what belongs to the installation and not to the store (its keys to the API).
 * Answers what there is in it.
 * @throws {CorruptDatabase | NewerDatabase | WrongEncryptionKey}
 */
export async function resealFile(
  database: string,
  keys: EncryptionKeys,
): Promise<SnapshotManifest['counts']> {
  const engine = await openSqliteEngine({
    ...{ path: database, collections: emulatorCollections, encryptionKeys: keys },
    clock: { now: () => new Date() },
  });
  try {
    for (const storeId of await engine.storeIds()) {
      const isOfStore = storeId === mainStoreId || storeId.startsWith('simulator:');
      if (!isOfStore) await engine.drop(storeId);
    }
    const store = engine.store(mainStoreId);
    const count = (name: string, index: string, where: Readonly<Record<string, string | number>>) =>
      store.count(collectionNamed(name), { index, where }, most);
    return {
      products: await count('products', 'bySlug', { locale: '' }),
      orders: await count('orders', 'byNumber', { all: 1 }),
      customers: await count('customers', 'byCreated', { group: '*' }),
    };
  } finally {
    await engine.close();
  }
}

/** The first seals, the others only open. Keys of the same name are told apart by where they stand. */
export function keysInOrder(...texts: readonly string[]): EncryptionKeys {
  return parseEncryptionKeys(texts.map((text) => text.trim()).join(','));
}
