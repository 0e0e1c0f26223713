import { createHash } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The same name gives the same id in every store, so that seeding again finds what is there, and a link in a
 * tutorial works for everybody. In the form of a ULID, with a fixed time.
 */
export function seedId(prefix: string, ...name: readonly string[]): string {
  const digest = createHash('sha256').update(name.join('/')).digest();
  const random = Array.from(digest.subarray(0, 16), (byte) => alphabet[byte % 32]).join('');
  return `${prefix}_01JDSEEDEX${random}`;
}

/** A number that looks random and is the same for the same name: 0 up to `below`. */
export function seedNumber(below: number, ...name: readonly string[]): number {
  return createHash('sha256').update(name.join('/')).digest().readUInt32BE(4) % below;
}
