/**
 * The bindings number their errors differently, but all pass on SQLite's own message, and those texts
 * (sqlite3_errstr) have been the same for as long as SQLite 3 exists.
 */
const messages = {
  // While a file is opened nothing is asked that could be too big: a schema of garbage claims to be.
  corrupt:
    /file is not a database|database disk image is malformed|malformed database schema|unsupported file format|string or blob too big/i,
  busy: /database is locked|database table is locked/i,
  unwritable:
    /attempt to write a readonly database|unable to open( connection to local)? database|disk I\/O error/i,
} as const;

export type FailureKind = keyof typeof messages;

export function isFailure(kind: FailureKind, error: unknown): boolean {
  return error instanceof Error && messages[kind].test(error.message);
}
