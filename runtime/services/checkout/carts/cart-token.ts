import { createHash, timingSafeEqual } from 'node:crypto';

/** What is kept of a token: whoever reads the database can't reach a cart with it. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** In a time that doesn't depend on how much of the token is right. */
export function isToken(token: string, digest: string): boolean {
  const given = Buffer.from(tokenDigest(token));
  const kept = Buffer.from(digest);
  return given.length === kept.length && timingSafeEqual(given, kept);
}
