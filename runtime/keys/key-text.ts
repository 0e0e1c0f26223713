import { createHash, randomInt } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export const keyPrefixes = { secret: 'hp_sk_', publishable: 'hp_pk_' } as const;

/** 43 characters of 62 are 256 bits. */
const length = 43;

/** A new key. It is shown once: stores keep a digest. */
export function createKeyText(kind: keyof typeof keyPrefixes): string {
  const characters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]);
  return keyPrefixes[kind] + characters.join('');
}

/**
 * What is stored and looked up. A key has 256 bits of its own, so a plain SHA-256 can't be searched, and a
 * look-up by digest leaks nothing about a key through its timing.
 */
export function keyDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Says what is wrong with a text that should be a key; undefined where it has the form of one. */
export function keyFault(text: string): string | undefined {
  const hasPrefix = Object.values(keyPrefixes).some((prefix) => text.startsWith(prefix));
  if (!hasPrefix) return 'Keys start with "hp_sk_" (secret) or "hp_pk_" (publishable); this one does not.';
  if (!/^hp_[sp]k_[0-9A-Za-z]{43}$/.test(text))
    return 'The key is cut off or has characters that no key has.';
  return undefined;
}
