import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../session/session-context.ts';
import { joinLatest } from './join-latest.ts';
import { fetchEntries, type JournalEntry, type JournalFilter, type JournalPage } from './journal-client.ts';
import { useConnection, useJournalEntries } from './journal-feed.tsx';

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

/** Entries that match a filter, latest first: live unless it is paused, further back when `more` is called. */
export function useJournal(filter: JournalFilter, isPaused: boolean) {
  const session = useSession();
  const connection = useConnection();
  const [state, setState] = useState<State>(nothing);
  const wanted = JSON.stringify(filter);
  const isLoadingMore = useRef(false);
  const showing = useRef(new AbortController());

  const load = useCallback(
    (after: string | undefined, signal: AbortSignal) =>
      // Of the very filter that it was made of.
      fetchEntries(session, JSON.parse(wanted) as JournalFilter, { after, pageSize }, signal),
    [session, wanted],
  );

  /** A page of a search may hold nothing and have a next one: goes on until something is found. */
  const loadSome = useCallback(
    async (after: string | undefined, signal: AbortSignal): Promise<JournalPage> => {
      let found = await load(after, signal);
      while (found.data.length === 0 && found.page.next !== null && !signal.aborted)
        found = await load(found.page.next, signal);
      return found;
    },
    [load],
  );

  const failed = useCallback((error: Error, signal: AbortSignal) => {
    if (!signal.aborted) setState((before) => ({ ...before, error }));
  }, []);

  const begin = useCallback(() => {
    showing.current.abort();
    const controller = new AbortController();
    showing.current = controller;
    setState(nothing);
    loadSome(undefined, controller.signal).then(
      ({ data, page, leftOut }) => {
        if (!controller.signal.aborted)
          setState({ entries: data, next: page.next, leftOut, error: undefined });
      },
      (error: Error) => failed(error, controller.signal),
    );
    return () => controller.abort();
  }, [loadSome, failed]);

  useEffect(begin, [begin]);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Asks for the latest page alone: what lies further back has been looked through. */
  const soon = useCallback(() => {
    if (isPaused) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const { signal } = showing.current;
      load(undefined, signal).then(
        (latest) => {
          if (!signal.aborted) setState((before) => ({ ...before, ...joinLatest(before, latest) }));
        },
        (error: Error) => failed(error, signal),
      );
    }, togetherMilliseconds);
  }, [isPaused, load, failed]);

  useJournalEntries(soon);
  // What happened while nobody listened.
  useEffect(() => {
    if (connection === 'open') soon();
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [connection, soon]);

  const { next } = state;
  const more = useCallback(() => {
    if (!next || isLoadingMore.current) return;
    isLoadingMore.current = true;
    const { signal } = showing.current;
    loadSome(next, signal)
      .then(({ data, page }) =>
        setState((before) =>
          before.next === next
            ? { ...before, entries: [...before.entries, ...data], next: page.next }
            : before,
        ),
      )
      .catch((error: Error) => failed(error, signal))
      .finally(() => {
        isLoadingMore.current = false;
      });
  }, [loadSome, failed, next]);

  return { ...state, connection, more, retry: begin };
}
