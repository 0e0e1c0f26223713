import { useCallback, useEffect, useState } from 'react';

export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error }
  | { readonly state: 'ready'; readonly value: Value };

/** Loads a value when the page is shown, and again when `reload` is called. `load` must keep its identity. */
export function useLoaded<Value>(load: (signal: AbortSignal) => Promise<Value>) {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads again.
  useEffect(() => {
    const controller = new AbortController();
    load(controller.signal).then(
      (value) => setLoaded({ state: 'ready', value }),
      (error: Error) => {
        if (!controller.signal.aborted) setLoaded({ state: 'failed', error });
      },
    );
    return () => controller.abort();
  }, [load, attempt]);
  /** Loads again, and shows what is there meanwhile. */
  const refresh = useCallback(() => setAttempt((before) => before + 1), []);
  const reload = useCallback(() => {
    setLoaded({ state: 'loading' });
    refresh();
  }, [refresh]);
  return { loaded, reload, refresh };
}
