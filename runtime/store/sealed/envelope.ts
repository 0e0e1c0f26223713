import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomUUID } from 'node:crypto';
import type { NamedKey } from './encryption-keys.ts';
import { DamagedEnvelope } from './sealing-errors.ts';

/**
 * An envelope is `v1.<key id>.<nonce, ciphertext, tag>`, the last part in base64url. Each place has a key of its own,
 * derived from the named one, so that random nonces never come near the number that AES-GCM allows one key (2³²,
 * NIST SP 800-38D, 8.3), and what was sealed for one place opens in no other.
 */
const algorithm = 'aes-256-gcm';
const bytes = { nonce: 12, tag: 16 } as const;
const pattern = /^v1\.([\w-]+)\.([\w-]+)$/;

/** Names a place unambiguously: the parts may hold anything. */
export function placeOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/** Seals and opens at one place, for whoever comes there again and again: its key is derived once. */
export interface SealedPlace {
  seal(text: string): string;
  /** Throws `DamagedEnvelope`. */
  open(envelope: string): string;
}

export function sealedPlace({ id, key }: NamedKey, place: string): SealedPlace {
  const derived = keyOf(key, place);
  return {
    seal: (text) => sealBy(derived, id, place, text),
    open: (envelope) => openBy(derived, place, envelope),
  };
}

export function sealText({ id, key }: NamedKey, place: string, text: string): string {
  return sealBy(keyOf(key, place), id, place, text);
}

function sealBy(derived: Buffer, id: string, place: string, text: string): string {
  const nonce = newNonce();
  const cipher = createCipheriv(algorithm, derived, nonce, { authTagLength: bytes.tag });
  cipher.setAAD(Buffer.from(place));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `v1.${id}.${sealed.toString('base64url')}`;
}

/** The id of the key that an envelope needs. Throws `DamagedEnvelope` for what is none. */
export function keyIdOf(envelope: string, place: string): string {
  return partsOf(envelope, place).keyId;
}

/** Throws `DamagedEnvelope` where a single bit, the place or the key is another. */
export function openText(key: KeyObject, place: string, envelope: string): string {
  return openBy(keyOf(key, place), place, envelope);
}

function openBy(derived: Buffer, place: string, envelope: string): string {
  const { content } = partsOf(envelope, place);
  const sealed = Buffer.from(content, 'base64url');
  if (sealed.length < bytes.nonce + bytes.tag || !content.endsWith(lastGroup(sealed)))
    throw new DamagedEnvelope(place);
  const nonce = sealed.subarray(0, bytes.nonce);
  const decipher = createDecipheriv(algorithm, derived, nonce, { authTagLength: bytes.tag });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(-bytes.tag));
  try {
    const text = decipher.update(sealed.subarray(bytes.nonce, -bytes.tag));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    // What node:crypto says of it ("unable to authenticate data") names nothing.
    throw new DamagedEnvelope(place);
  }
}

/** How the last bytes are written: a decoder overlooks bits of the last character that belong to no byte. */
function lastGroup(sealed: Buffer): string {
  return sealed.subarray(-(sealed.length % 3 || 3)).toString('base64url');
}

/** Of a random UUID, because these are made of a pool: asking for 12 bytes each time costs more than the sealing. */
function newNonce(): Buffer {
  const uuid = randomUUID();
  // The third and the fourth of its groups say what it is, and are not all random.
  return Buffer.from(uuid.slice(0, 8) + uuid.slice(9, 13) + uuid.slice(24), 'hex');
}

function keyOf(key: KeyObject, place: string): Buffer {
  return createHmac('sha256', key).update(place).digest();
}

function partsOf(envelope: string, place: string): { readonly keyId: string; readonly content: string } {
  const [, keyId, content] = pattern.exec(envelope) ?? [];
  if (keyId === undefined || content === undefined) throw new DamagedEnvelope(place);
  return { keyId, content };
}
