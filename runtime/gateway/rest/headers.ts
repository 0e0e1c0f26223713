import type { IncomingHttpHeaders } from 'node:http';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';

/** A version as an entity tag: `"3"`. */
export function entityTag(version: number): string {
  return `"${version}"`;
}

function versionOf(tag: string): number | undefined {
  const match = /^(?:W\/)?"?(\d+)"?$/.exec(tag.trim());
  return match ? Number(match[1]) : undefined;
}

/** The version named in If-Match; undefined where there is none, or `*`. */
export function expectedVersion(headers: IncomingHttpHeaders): number | undefined {
  const header = headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const version = versionOf(header);
  if (version !== undefined) return version;
  throw problem(problems.malformedRequest, {
    detail: `If-Match must be a version such as "3", not ${header}.`,
    hint: 'Send the resource\'s "version", or its ETag.',
  });
}

/** Whether If-None-Match names the version that would be sent (RFC 9110, 13.1.2). */
export function isKnown(headers: IncomingHttpHeaders, version: number): boolean {
  const header = headers['if-none-match'];
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((tag) => versionOf(tag) === version);
}

/** The key as it is; `name` is what the caller knows it by, the header or GraphQL's argument. */
export function checkedIdempotencyKey(key: unknown, name: string): string {
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw problem(problems.malformedRequest, {
    detail: `${name} must be 1 to 255 printable characters without spaces.`,
    hint: 'A UUID made once for each new request will do.',
  });
}

/** At most 255 printable characters. */
export function idempotencyKey(headers: IncomingHttpHeaders): string | undefined {
  const header = headers['idempotency-key'];
  return header === undefined ? undefined : checkedIdempotencyKey(header, 'Idempotency-Key');
}
