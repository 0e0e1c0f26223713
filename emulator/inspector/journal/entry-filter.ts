import type { SqliteValue } from '../../../runtime/store/index.ts';
import type { EntryKind } from './entry.ts';

/** Which entries are wanted; all that is named must be so. */
export interface EntryFilter {
  readonly kinds?: readonly EntryKind[] | undefined;
  /** Exactly, or a family with `*` at its end: `order.*`. */
  readonly type?: string | undefined;
  readonly endpoint?: string | undefined;
  /** Exactly, or a class: `4xx`. */
  readonly status?: string | undefined;
  readonly isFailure?: boolean | undefined;
  /** Id of an order, say: entries about it, and those of the traces in which it was changed are found by their trace. */
  readonly subject?: string | undefined;
  readonly traceId?: string | undefined;
  readonly isPinned?: boolean | undefined;
}

interface Condition {
  readonly sql: string;
  readonly parameters: readonly SqliteValue[];
}

/** `%`, `_` and `\` stand for themselves in `LIKE … ESCAPE '\'`. */
function likePrefix(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}

function exactlyOrFamily(column: string, pattern: string): Condition {
  if (!pattern.endsWith('*')) return { sql: `${column} = ?`, parameters: [pattern] };
  return { sql: `${column} LIKE ? ESCAPE '\\'`, parameters: [likePrefix(pattern.slice(0, -1))] };
}

function statusCondition(status: string): Condition {
  const [, digit] = /^([1-5])xx$/i.exec(status) ?? [];
  return digit === undefined
    ? { sql: 'status = ?', parameters: [status] }
    : { sql: 'status GLOB ?', parameters: [`${digit}[0-9][0-9]`] };
}

function conditionsOf(filter: EntryFilter): Condition[] {
  const { kinds, type, endpoint, status, isFailure, subject, traceId, isPinned } = filter;
  const conditions: Condition[] = [];
  if (kinds && kinds.length > 0)
    conditions.push({ sql: `kind IN (${kinds.map(() => '?').join(', ')})`, parameters: kinds });
  if (type !== undefined) conditions.push(exactlyOrFamily('type', type));
  if (endpoint !== undefined) conditions.push({ sql: 'endpoint = ?', parameters: [endpoint] });
  if (status !== undefined) conditions.push(statusCondition(status));
  if (isFailure !== undefined) conditions.push({ sql: 'is_failure = ?', parameters: [isFailure ? 1 : 0] });
  if (subject !== undefined) conditions.push({ sql: 'subject = ?', parameters: [subject] });
  if (traceId !== undefined) conditions.push({ sql: 'trace_id = ?', parameters: [traceId] });
  if (isPinned !== undefined) conditions.push({ sql: 'is_pinned = ?', parameters: [isPinned ? 1 : 0] });
  return conditions;
}

/** The filter as what follows `WHERE store_id = ?`. */
export function whereOf(filter: EntryFilter): { readonly sql: string; readonly parameters: SqliteValue[] } {
  const conditions = conditionsOf(filter);
  return {
    sql: conditions.map(({ sql }) => ` AND ${sql}`).join(''),
    parameters: conditions.flatMap(({ parameters }) => [...parameters]),
  };
}
