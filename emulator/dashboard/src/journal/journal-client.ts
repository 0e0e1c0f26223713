import type { EntryKind, JournalEntry, OpenedEntry } from '../../../inspector/journal/entry.ts';
import { fetchApi, fetchJson, type Session } from '../session/session.ts';

export type { EntryKind, JournalEntry, OpenedEntry };

export interface JournalFilter {
  readonly kind?: string | undefined;
  readonly type?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly status?: string | undefined;
  readonly subject?: string | undefined;
  readonly text?: string | undefined;
  readonly isPinned?: string | undefined;
  readonly isFailure?: string | undefined;
}

export interface JournalPage {
  readonly data: readonly JournalEntry[];
  readonly page: { readonly next: string | null };
  readonly leftOut: number;
}

const path = '_emulator/v1/journal';

function queryOf(values: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.toString();
}

export function fetchEntries(
  session: Session,
  filter: JournalFilter,
  page: { readonly after?: string | undefined; readonly pageSize: number },
  signal: AbortSignal,
): Promise<JournalPage> {
  return fetchApi(session, `${path}?${queryOf({ ...filter, ...page })}`, signal);
}

export function fetchEntry(session: Session, id: string, signal: AbortSignal): Promise<OpenedEntry> {
  return fetchApi(session, `${path}/${id}`, signal);
}

export function fetchTrace(
  session: Session,
  traceId: string,
  signal: AbortSignal,
): Promise<{ readonly data: readonly OpenedEntry[] }> {
  return fetchApi(session, `_emulator/v1/traces/${traceId}`, signal);
}

/** Pins an entry, or writes a note to it. */
export function annotateEntry(
  { secretKey }: Session,
  id: string,
  change: { readonly isPinned?: boolean; readonly note?: string | null },
): Promise<OpenedEntry> {
  return fetchJson(`${path}/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(change),
  });
}
