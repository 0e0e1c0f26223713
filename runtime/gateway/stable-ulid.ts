import { createHash } from 'node:crypto';

/** Crockford's base 32, as ULIDs are written. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const timeLength = 10;
const randomLength = 16;

/**
 * The ULID of a part of some work: always the same of the same work and part, another of any other, and sorted where
 * the work's own is.
 */
export function stableUlid(of: string, part: string): string {
  const digest = createHash('sha256').update(of).update('\n').update(part).digest();
  const random = [...digest.subarray(0, randomLength)].map((byte) => digits[byte % digits.length]);
  return of.slice(0, timeLength) + random.join('');
}
