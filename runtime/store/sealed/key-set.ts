import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { type EncryptionKeys, keyBytes, type NamedKey } from './encryption-keys.ts';
import { keyIdOf, openText, placeOf, sealText } from './envelope.ts';
import { RecentlyOpened } from './recently-opened.ts';
import { DamagedEnvelope, UnseenStoreKey, WrongEncryptionKey } from './sealing-errors.ts';

/**
 * The keys of one store. What is written is sealed with the newest; the older ones open what was written before
 * them. The digest key never changes, because what was looked up by a digest must be found again.
 */
export interface KeySet {
  readonly newest: NamedKey;
  readonly older: readonly NamedKey[];
  readonly digest: KeyObject;
  /** Forgotten with the keys. */
  readonly opened: RecentlyOpened;
}

/** As it lies in an envelope: keys in base64. */
interface WrittenKeySet {
  readonly sealing: readonly { readonly id: string; readonly key: string }[];
  readonly digest: string;
}

function newKey(): NamedKey {
  return { id: randomBytes(6).toString('base64url'), key: createSecretKey(randomBytes(keyBytes)) };
}

export function createKeySet(): KeySet {
  return {
    newest: newKey(),
    older: [],
    digest: createSecretKey(randomBytes(keyBytes)),
    opened: new RecentlyOpened(),
  };
}

/** A set that seals with a new key and opens whatever the one before opened. */
export function renewedKeySet({ newest, older, digest, opened }: KeySet): KeySet {
  return { newest: newKey(), older: [newest, ...older], digest, opened };
}

function placeOfKeys(storeId: string): string {
  return placeOf(storeId, 'sealing_keys');
}

export function sealKeySet(storeId: string, [first]: EncryptionKeys, set: KeySet): string {
  const text = ({ id, key }: NamedKey) => ({ id, key: key.export().toString('base64') });
  const written: WrittenKeySet = {
    sealing: [set.newest, ...set.older].map(text),
    digest: set.digest.export().toString('base64'),
  };
  return sealText(first, placeOfKeys(storeId), JSON.stringify(written));
}

/** Throws `WrongEncryptionKey`. `isOutdated`: it was sealed with another key than the first of those given. */
export function openKeySet(
  storeId: string,
  keys: EncryptionKeys,
  envelope: string,
): { readonly set: KeySet; readonly isOutdated: boolean } {
  const place = placeOfKeys(storeId);
  const keyId = keyIdOf(envelope, place);
  const wrong = () =>
    new WrongEncryptionKey(
      storeId,
      keyId,
      keys.map(({ id }) => id),
    );
  const key = keys.find(({ id }) => id === keyId);
  if (!key) throw wrong();
  try {
    const { sealing, digest } = JSON.parse(openText(key.key, place, envelope)) as WrittenKeySet; // sealed above
    const named = sealing.map(({ id, key: text }) => ({ id, key: secret(text) }));
    const [newest, ...older] = named;
    if (!newest) throw wrong();
    const set = { newest, older, digest: secret(digest), opened: new RecentlyOpened() };
    return { set, isOutdated: key !== keys[0] };
  } catch (error) {
    throw error instanceof DamagedEnvelope ? wrong() : error;
  }
}

function secret(text: string): KeyObject {
  return createSecretKey(Buffer.from(text, 'base64'));
}

/** Throws `UnseenStoreKey` or `DamagedEnvelope`. */
export function openWith({ newest, older }: KeySet, place: string, envelope: string): string {
  const keyId = keyIdOf(envelope, place);
  const key = newest.id === keyId ? newest : older.find(({ id }) => id === keyId);
  if (!key) throw new UnseenStoreKey(place, keyId);
  return openText(key.key, place, envelope);
}

/** The same of the same text, and of no use to whoever has the database alone. */
export function digestWith({ digest }: KeySet, text: string): string {
  return createHmac('sha256', digest).update(text).digest('base64url');
}
