import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { Position } from '../../../store/port.ts';

/** A place in a list as a caller gets it. `scope` says which list: a cursor of another one is refused. */
export function encodeCursor(scope: string, position: Position): string {
  return Buffer.from(JSON.stringify([scope, ...position])).toString('base64url');
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Throws `invalid_cursor` where the cursor isn't one of this list. */
export function decodeCursor(scope: string, cursor: string): Position {
  const parts = parse(cursor);
  const isOurs =
    Array.isArray(parts) &&
    parts[0] === scope &&
    parts.length > 1 &&
    parts.every((part) => typeof part === 'string' || typeof part === 'number');
  if (isOurs) return parts.slice(1);
  throw problem(problems.invalidCursor, {
    detail: 'The cursor in "after" does not belong to this list.',
    errors: [{ pointer: '/after', message: 'must be "page.next" of a page of the same list.' }],
  });
}
