import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { UnusableEncryptionKeys } from './sealing-errors.ts';

/** A key by the name that envelopes call it. */
export interface NamedKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** Keys of the operator's. The first one seals the keys of the stores, all of them open those. */
export type EncryptionKeys = readonly [NamedKey, ...NamedKey[]];

export const keyBytes = 32;
const idPattern = /^[\w-]{1,32}$/;
const base64Pattern = /^[\w+/-]+={0,2}$/;

/**
 * Reads `id:base64[,id:base64…]`.
 *
 * @example
 * parseEncryptionKeys('2026:q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=');
 * @throws {UnusableEncryptionKeys}
 */
export function parseEncryptionKeys(text: string): EncryptionKeys {
  const keys = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseKey);
  const [first, ...others] = keys;
  if (!first) throw new UnusableEncryptionKeys('there is none.');
  const repeated = keys.find(({ id }, place) => keys.findIndex((key) => key.id === id) < place);
  if (repeated) throw new UnusableEncryptionKeys(`two of them are called "${repeated.id}".`);
  return [first, ...others];
}

function parseKey(part: string, position: number): NamedKey {
  const [id = '', secret = '', ...rest] = part.split(':');
  const place = `number ${position + 1}`;
  if (rest.length > 0 || secret === '' || !idPattern.test(id)) {
    throw new UnusableEncryptionKeys(
      `${place} does not read id:base64, where the id is up to 32 letters, digits, "_" or "-".`,
    );
  }
  const bytes = base64Pattern.test(secret) ? Buffer.from(secret, 'base64') : Buffer.alloc(0);
  if (bytes.length !== keyBytes) {
    throw new UnusableEncryptionKeys(`${place} ("${id}") is not ${keyBytes} bytes in base64.`);
  }
  return { id, key: createSecretKey(bytes) };
}

/** A new key, as text that `parseEncryptionKeys` reads. */
export function createEncryptionKeyText(id: string): string {
  return `${id}:${randomBytes(keyBytes).toString('base64')}`;
}
