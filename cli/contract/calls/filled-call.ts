import { isPlainObject } from '../../../runtime/gateway/json-schema.ts';
import type { RecordedCall } from './calls-file.ts';
import { leftOut } from './clean-text.ts';
import { graphqlQuery } from './graphql-query.ts';
import { momentOf } from './moments.ts';

/** A recorded call with the values of this run. */
export interface FilledCall {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Names that nothing is known for, and whether a secret is missing. */
  readonly missing: readonly string[];
  readonly needsSecret: boolean;
}

const name = /\{([a-zA-Z]\w*_\d+)\}/g;

/** A GraphQL document is kept by its lines. */
function joined(body: unknown): unknown {
  const query = isPlainObject(body) && Array.isArray(body.query) ? graphqlQuery(body) : undefined;
  return query === undefined ? body : { ...(body as object), query };
}

/**
 * @param values What the answers of this run gave, by name.
 * @param named Names that the file gives: other braces are the caller's own.
 */
export function filledCall(
  call: RecordedCall,
  values: ReadonlyMap<string, string>,
  named: ReadonlySet<string>,
  now: number,
): FilledCall {
  const missing = new Set<string>();
  let needsSecret = false;
  const text = (recorded: string): string => {
    if (recorded.includes(leftOut)) needsSecret = true;
    return momentOf(recorded, now).replace(name, (whole, key: string) => {
      if (!named.has(key)) return whole;
      const value = values.get(key);
      if (value === undefined) missing.add(key);
      return value ?? whole;
    });
  };
  const filled = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(filled);
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
  };
  const [method = 'GET', ...rest] = call.request.split(' ');
  const path = rest
    .join(' ')
    .split('/')
    .map((part) => encodeURIComponent(text(part)))
    .join('/');
  const query = new URLSearchParams();
  for (const [key, given] of Object.entries(call.query ?? {}))
    for (const each of Array.isArray(given) ? given : [given]) query.append(key, text(each));
  const headers = Object.entries(call.headers ?? {}).map(([key, value]) => [key, text(value)]);
  return {
    ...{ method, path, query: query.toString(), headers: Object.fromEntries(headers) },
    body: filled(joined(call.body)),
    ...{ missing: [...missing], needsSecret },
  };
}
