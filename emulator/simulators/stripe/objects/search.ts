import { type InputOf, integer, required, text } from '../parameters/parameter.ts';
import { badRequest } from '../stripe-error.ts';
import { list } from './list.ts';
import type { Resource, StripeObject } from './resource.ts';
import { parseQuery } from './search-query.ts';
import type { Work } from './work.ts';

export const searchFields = { query: required(text()), limit: integer({ min: 1, max: 100 }), page: text() };

export interface SearchResult<Shape> {
  readonly object: 'search_result';
  readonly url: string;
  readonly has_more: boolean;
  readonly next_page: string | null;
  readonly data: readonly Shape[];
}

/** What a query finds, the newest first. A page is named by the object that ended the one before. */
export async function search<Shape extends StripeObject, Hidden extends object>(
  work: Work,
  kind: Resource<Shape, Hidden>,
  url: string,
  input: InputOf<typeof searchFields>,
): Promise<SearchResult<Shape>> {
  const matches = parseQuery(input.query);
  const after = input.page === undefined ? undefined : Buffer.from(input.page, 'base64url').toString('utf8');
  if (after !== undefined && !/^[a-z]+_\w+$/.test(after)) {
    throw badRequest(`Invalid page token: ${input.page}.`, { param: 'page' });
  }
  const found = await list(work, kind, url, { limit: input.limit, starting_after: after, matches });
  const last = found.data.at(-1);
  const next = found.has_more && last ? Buffer.from(last.id).toString('base64url') : null;
  return { object: 'search_result', url, has_more: found.has_more, next_page: next, data: found.data };
}
