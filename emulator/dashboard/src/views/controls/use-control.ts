import { useCallback } from 'react';
import { useAction } from '../../components/use-action.ts';
import { useLoaded } from '../../session/use-loaded.ts';

/** What a panel shows and can change: loaded, and loaded again after each thing that is done. `load` must keep its identity. */
export function useControl<Value>(load: (signal: AbortSignal) => Promise<Value>) {
  const { run, ...outcome } = useAction();
  const { loaded, reload, refresh } = useLoaded(load);
  /** `work` says what it has done. */
  const act = useCallback(
    (work: () => Promise<string>) =>
      run(async () => {
        const said = await work();
        refresh();
        return said;
      }),
    [run, refresh],
  );
  return { loaded, reload, refresh, act, outcome };
}
