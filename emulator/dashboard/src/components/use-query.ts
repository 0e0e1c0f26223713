import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** What a view is asked to show, as it stands in the address: read, and changed one by one without a step to go back. */
export function useQuery() {
  const [query, setQuery] = useSearchParams();
  /** `without` are taken away in the same step. */
  const set = useCallback(
    (name: string, value: string | undefined, without: readonly string[] = []) =>
      setQuery(
        (before) => {
          const after = new URLSearchParams(before);
          for (const other of without) after.delete(other);
          if (value) after.set(name, value);
          else after.delete(name);
          return after;
        },
        { replace: true },
      ),
    [setQuery],
  );
  const clear = useCallback(() => setQuery({}, { replace: true }), [setQuery]);
  return { query, set, clear };
}
