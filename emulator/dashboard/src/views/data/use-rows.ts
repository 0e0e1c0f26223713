import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchApi, queryOf } from '../../session/api.ts';
import { useSession } from '../../session/session-context.ts';

export type Row = Readonly<Record<string, unknown>>;

interface Page {
  readonly data: readonly Row[];
  readonly page: { readonly next: string | null };
}

interface State {
  readonly rows: readonly Row[];
  /** Undefined before the first page, null behind the last. */
  readonly next: string | null | undefined;
  readonly error: Error | undefined;
}

const pageSize = 100;
const nothing: State = { rows: [], next: undefined, error: undefined };

/** Rows of a list operation, page after page as they come in sight; none as long as there is no `path`. */
export function useRows(path: string | undefined, filter: string) {
  const session = useSession();
  const [state, setState] = useState<State>(nothing);
  const showing = useRef(new AbortController());
  const isLoading = useRef(false);

  const load = useCallback(
    (after: string | undefined) => {
      if (path === undefined) return;
      const { signal } = showing.current;
      isLoading.current = true;
      const query = queryOf({ ...Object.fromEntries(new URLSearchParams(filter)), pageSize, after });
      fetchApi<Page>(session, path + query, signal)
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
    [session, path, filter],
  );

  const reload = useCallback(() => {
    showing.current.abort();
    showing.current = new AbortController();
    load(undefined);
  }, [load]);

  useEffect(() => {
    setState(nothing);
    reload();
    return () => showing.current.abort();
  }, [reload]);

  const { next, error } = state;
  const more = useCallback(() => {
    if (next && !isLoading.current && !error) load(next);
  }, [load, next, error]);
  return { ...state, more, reload };
}
