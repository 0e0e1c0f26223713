import { isPlainObject } from '../../../runtime/gateway/json-schema.ts';
import type { RecordedCall } from './calls-file.ts';
import type { Exchange } from './exchange.ts';

/** What is asked, without who asks. */
export type SentRequest = Pick<RecordedCall, 'request' | 'headers' | 'query' | 'body'>;

/** Headers of a caller that the platform acts by. */
const keptHeaders = ['customer-token', 'if-match'];

type Rewrite = (name: string, text: string) => string;

function rewritten(value: unknown, rewrite: Rewrite, name = ''): unknown {
  if (typeof value === 'string') return rewrite(name, value);
  if (Array.isArray(value)) return value.map((each) => rewritten(each, rewrite, name));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, rewritten(inner, rewrite, key)]),
  );
}

function queryOf(parameters: URLSearchParams, rewrite: Rewrite): SentRequest['query'] {
  const names = [...new Set(parameters.keys())].sort();
  return Object.fromEntries(
    names.map((name) => {
      const values = parameters.getAll(name).map((value) => rewrite(name, value));
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** A GraphQL document by its lines, so that a review shows which of them changed. */
function readable(body: unknown): unknown {
  if (!isPlainObject(body) || typeof body.query !== 'string' || !body.query.includes('\n')) return body;
  return { ...body, query: body.query.split('\n').map((line) => line.trimEnd()) };
}

/** What was asked, with every text in it as `rewrite` has it. */
export function sentRequest({ method, url, headers, body }: Exchange, rewrite: Rewrite): SentRequest {
  const { pathname, searchParams } = new URL(url, 'http://store.invalid');
  const path = pathname
    .split('/')
    .map((part) => rewrite('', decodeURIComponent(part)))
    .join('/');
  const query = queryOf(searchParams, rewrite);
  const kept = keptHeaders.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, rewrite(name, value)] as const];
  });
  const isGraphql = pathname === '/graphql';
  const content = body === undefined ? undefined : rewritten(body, rewrite);
  return {
    request: `${method} ${path}`,
    ...(kept.length > 0 ? { headers: Object.fromEntries(kept) } : {}),
    ...(query && Object.keys(query).length > 0 ? { query } : {}),
    ...(content === undefined ? {} : { body: isGraphql ? readable(content) : content }),
  };
}
