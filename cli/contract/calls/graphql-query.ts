import { isPlainObject } from '../../../runtime/gateway/json-schema.ts';

/** The document of a GraphQL request, also as a calls file has it: by its lines. */
export function graphqlQuery(body: unknown): string | undefined {
  const query = isPlainObject(body) ? body.query : undefined;
  if (Array.isArray(query)) return query.join('\n');
  return typeof query === 'string' ? query : undefined;
}

export function isMutation(query: string): boolean {
  return /(?:^|\n|\})\s*mutation\b/.test(query);
}
