import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../session/session-context.ts';
import { fetchEntries, type JournalEntry, type JournalFilter } from './journal-client.ts';
import { type Connection, listenToJournal } from './journal-stream.ts';

interface State {
  readonly entries: readonly JournalEntry[];
  /** Id to go on after; null where there is no more, undefined before the first page. */
  readonly next: string | null | undefined;
  readonly leftOut: number;
  readonly error: Error | undefined;
}

const pageSize = 100;
/** What comes quickly is shown together. */
const togetherMilliseconds = 150;
const nothing: State = { entries: [], next: undefined, leftOut: 0, error: undefined };

/** What is new before what is there, each once. */
function withNew(fresh: readonly JournalEntry[], before: readonly JournalEntry[]): JournalEntry[] {
  const known = new Set(fresh.map(({ id }) => id));
  return [...fresh, ...before.filter(({ id }) => !known.has(id))];
}

/** Entries that match a filter, latest first: live unless it is paused, further back when `more` is called. */
export function useJournal(filter: JournalFilter, isPaused: boolean) {
  const session = useSession();
  const [state, setState] = useState<State>(nothing);
  const [connection, setConnection] = useState<Connection>('connecting');
  const wanted = JSON.stringify(filter);
  const isLoadingMore = useRef(false);

  const load = useCallback(
    (after: string | undefined, signal: AbortSignal) =>
      // Of the very filter that it was made of.
      fetchEntries(session, JSON.parse(wanted) as JournalFilter, { after, pageSize }, signal),
    [session, wanted],
  );

  const refresh = useCallback(
    async (signal: AbortSignal) => {
      try {
        const { data, page, leftOut } = await load(undefined, signal);
        setState(({ entries, next }) => {
          const oldest = data.at(-1)?.id;
          const isJoined = entries.length === 0 || entries.some(({ id }) => id === oldest);
          // More came than fits a page: what lies between is loaded by scrolling.
          return isJoined && next !== undefined && entries.length > 0
            ? { entries: withNew(data, entries), next, leftOut, error: undefined }
            : { entries: data, next: page.next, leftOut, error: undefined };
        });
      } catch (error) {
        if (!signal.aborted && error instanceof Error) setState((before) => ({ ...before, error }));
      }
    },
    [load],
  );

  useEffect(() => {
    const controller = new AbortController();
    setState(nothing);
    void refresh(controller.signal);
    return () => controller.abort();
  }, [refresh]);

  useEffect(() => {
    if (isPaused) return undefined;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void refresh(controller.signal);
      }, togetherMilliseconds);
    };
    const stop = listenToJournal(session, soon, (now) => {
      setConnection(now);
      if (now === 'open') soon();
    });
    return () => {
      clearTimeout(timer);
      controller.abort();
      stop();
    };
  }, [session, isPaused, refresh]);

  const { next } = state;
  const more = useCallback(() => {
    if (!next || isLoadingMore.current) return;
    isLoadingMore.current = true;
    load(next, new AbortController().signal)
      .then(({ data, page }) =>
        setState((before) =>
          before.next === next
            ? { ...before, entries: [...before.entries, ...data], next: page.next }
            : before,
        ),
      )
      .catch((error: Error) => setState((before) => ({ ...before, error })))
      .finally(() => {
        isLoadingMore.current = false;
      });
  }, [load, next]);

  const retry = useCallback(() => void refresh(new AbortController().signal), [refresh]);
  return { ...state, connection, more, retry };
}
