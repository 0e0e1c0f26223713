import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useSession } from '../session/session-context.ts';
import type { EntryKind, JournalEntry } from './journal-client.ts';
import { type Connection, listenToJournal } from './journal-stream.ts';

type Listener = (entry: JournalEntry) => void;

interface Feed {
  readonly connection: Connection;
  /** Returns how to stop. */
  readonly subscribe: (listener: Listener) => () => void;
}

const FeedContext = createContext<Feed | undefined>(undefined);

/** One connection for the whole page: a browser allows few at a time, and would hold back requests otherwise. */
export function JournalFeed({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const [connection, setConnection] = useState<Connection>('connecting');
  const [listeners] = useState(() => new Set<Listener>());
  const [feed] = useState(() => ({
    subscribe: (listener: Listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  }));
  useEffect(
    () =>
      listenToJournal(
        session,
        (entry) => {
          for (const listener of listeners) listener(entry);
        },
        setConnection,
      ),
    [session, listeners],
  );
  return <FeedContext value={{ ...feed, connection }}>{children}</FeedContext>;
}

function useFeed(): Feed {
  const feed = useContext(FeedContext);
  if (!feed) throw new Error('The journal is listened to outside of the application.');
  return feed;
}

export function useConnection(): Connection {
  return useFeed().connection;
}

/** Tells of each entry as it is written, as long as the view is shown. `listener` must keep its identity. */
export function useJournalEntries(listener: Listener): void {
  const { subscribe } = useFeed();
  useEffect(() => subscribe(listener), [subscribe, listener]);
}

/** Tells that something of a kind has happened. `onEntry` must keep its identity. */
export function useJournalKind(kind: EntryKind, onEntry: () => void): void {
  useJournalEntries(
    useCallback(
      (entry: JournalEntry) => {
        if (entry.kind === kind) onEntry();
      },
      [kind, onEntry],
    ),
  );
}
