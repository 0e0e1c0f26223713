import { createHash } from 'node:crypto';
import { problem } from '../contract/problem.ts';
import { problems } from '../contract/problems.ts';
import type { Position } from '../store/port.ts';

/** Names a list by what it was asked for: a cursor is good for the very same operation, filters and sort only. */
export function listScope(operationId: string, filters: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([operationId, given]))
    .digest('base64url')
    .slice(0, 8);
}

/** A place in a list, as callers get it. */
export function encodeCursor(scope: string, position: Position): string {
  return Buffer.from(JSON.stringify([scope, ...position])).toString('base64url');
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined; // told below, like everything else that is no cursor of ours
  }
}

/** @throws {Problem} `invalid_cursor` where the cursor is not one of this list. */
export function decodeCursor(scope: string, cursor: string): Position {
  const parts = parse(cursor);
  const isOurs =
    Array.isArray(parts) &&
    parts.length > 1 &&
    parts[0] === scope &&
    parts.every((part) => typeof part === 'string' || typeof part === 'number');
  if (isOurs) return parts.slice(1);
  throw problem(problems.invalidCursor, {
    detail: 'The cursor in "after" does not belong to this list with these filters.',
    errors: [{ pointer: '/after', message: 'must be "page.next" of a page of the same list.' }],
  });
}
