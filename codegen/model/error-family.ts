const families: ReadonlyMap<number, string> = new Map([
  [400, 'BadRequest'],
  [401, 'Unauthenticated'],
  [403, 'Forbidden'],
  [404, 'NotFound'],
  [409, 'Conflict'],
  [422, 'Invalid'],
  [429, 'RateLimit'],
]);

/** The family of errors that a status belongs to, without its ending: `Conflict`; undefined for none of them. */
export function errorFamily(status: number): string | undefined {
  return families.get(status) ?? (status >= 500 ? 'Server' : undefined);
}
