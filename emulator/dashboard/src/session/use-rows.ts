import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchApi, queryOf } from './api.ts';
import { joinFirstPage } from './join-first-page.ts';
import { useSession } from './session-context.ts';

export type Row = Readonly<Record<string, unknown>>;

interface Page<Item> {
  readonly data: readonly Item[];
  readonly page: { readonly next: string | null };
}

interface State<Item> {
  readonly rows: readonly Item[];
  /** Undefined before the first page, null behind the last. */
  readonly next: string | null | undefined;
  readonly error: Error | undefined;
}

const pageSize = 100;

/** Rows of a list operation, page after page as they come in sight; none as long as there is no `path`. */
export function useRows<Item extends { readonly id?: unknown } = Row>(
  path: string | undefined,
  filter: string,
) {
  const session = useSession();
  const [state, setState] = useState<State<Item>>({ rows: [], next: undefined, error: undefined });
  const showing = useRef(new AbortController());
  const isLoading = useRef(false);

  const fetchPage = useCallback(
    (after: string | undefined, signal: AbortSignal) => {
      const query = queryOf({ ...Object.fromEntries(new URLSearchParams(filter)), pageSize, after });
      return fetchApi<Page<Item>>(session, path + query, signal);
    },
    [session, path, filter],
  );

  const load = useCallback(
    (after: string | undefined) => {
      if (path === undefined) return;
      const { signal } = showing.current;
      isLoading.current = true;
      fetchPage(after, signal)
        .then(
          ({ data, page }) =>
            setState((before) => ({
              rows: after === undefined ? data : [...before.rows, ...data],
              ...{ next: page.next, error: undefined },
            })),
          (error: Error) => {
            if (!signal.aborted) setState((before) => ({ ...before, error }));
          },
        )
        .finally(() => {
          if (!signal.aborted) isLoading.current = false;
        });
    },
    [path, fetchPage],
  );

  const reload = useCallback(() => {
    showing.current.abort();
    showing.current = new AbortController();
    load(undefined);
  }, [load]);

  /** Asks for the first page again, and leaves what was loaded further back. */
  const refresh = useCallback(() => {
    const { signal } = showing.current;
    fetchPage(undefined, signal).then(
      ({ data, page }) => {
        if (signal.aborted) return;
        const first = { rows: data, next: page.next };
        setState((before) => ({ ...joinFirstPage(before, first), error: undefined }));
      },
      (error: Error) => {
        if (!signal.aborted) setState((before) => ({ ...before, error }));
      },
    );
  }, [fetchPage]);

  useEffect(() => {
    setState({ rows: [], next: undefined, error: undefined });
    reload();
    return () => showing.current.abort();
  }, [reload]);

  const { next, error } = state;
  const more = useCallback(() => {
    if (next && !isLoading.current && !error) load(next);
  }, [load, next, error]);
  return { ...state, more, reload, refresh };
}
