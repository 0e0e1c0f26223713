import { useCallback, useEffect, useEffectEvent, useState } from 'react';

/**
 * What a component knows of something that it asked for. While something else is being loaded, `data` is still
 * what was there before, so that a page need not flash.
 */
export type Loaded<Data> =
  | { readonly status: 'loading'; readonly data: Data | undefined }
  | { readonly status: 'ready'; readonly data: Data }
  | {
      readonly status: 'failed';
      readonly data: undefined;
      readonly error: Error;
      readonly retry: () => void;
    };

type Outcome<Data> = { readonly request: string } & (
  | { readonly data: Data; readonly error?: never }
  | { readonly data?: never; readonly error: Error }
);

/**
 * Loads when the component appears and whenever `key` changes: put everything into it that the answer depends on.
 * What is no longer wanted is cancelled, and never overwrites what is.
 *
 * @example
 * const product = useLoaded(`${slug} ${locale}`, (signal) => api.catalog.products.getBySlug(slug, { locale }, { signal }));
 */
export function useLoaded<Data>(key: string, load: (signal: AbortSignal) => PromiseLike<Data>): Loaded<Data> {
  const [outcome, setOutcome] = useState<Outcome<Data>>();
  const [attempt, setAttempt] = useState(0);
  const request = `${attempt} ${key}`;
  const loadNow = useEffectEvent(load);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    loadNow(signal).then(
      (data) => {
        if (!signal.aborted) setOutcome({ request, data });
      },
      (reason: unknown) => {
        if (signal.aborted) return;
        setOutcome({ request, error: reason instanceof Error ? reason : new Error(String(reason)) });
      },
    );
    return () => controller.abort();
  }, [request]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  if (outcome?.request !== request) return { status: 'loading', data: outcome?.data };
  if (outcome.error) return { status: 'failed', data: undefined, error: outcome.error, retry };
  return { status: 'ready', data: outcome.data };
}
