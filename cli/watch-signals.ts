import { CliError } from './cli-error.ts';
import { exitCodes } from './exit-codes.ts';

const kinds = { SIGINT: 'cancelled', SIGTERM: 'terminated', SIGHUP: 'terminated' } as const;

export interface Signals {
  readonly signal: AbortSignal;
  /** Rejects with how it was stopped; never settles otherwise. */
  readonly interrupted: Promise<never>;
  /** Gives signals to somebody else until the function that it returns is called. */
  take(taker: (name: NodeJS.Signals) => void): () => void;
  stop(): void;
}

/** Turns Ctrl-C and SIGTERM into one rejection. A second one ends the process at once. */
export function watchSignals(): Signals {
  const abort = new AbortController();
  let reject: (error: CliError) => void = () => undefined;
  const interrupted = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  // A signal may come when nobody waits any more.
  interrupted.catch(() => undefined);
  let taker: ((name: NodeJS.Signals) => void) | undefined;
  const listener = (name: NodeJS.Signals) => {
    if (taker) return taker(name);
    const kind = kinds[name as keyof typeof kinds];
    if (abort.signal.aborted) process.exit(exitCodes[kind].code);
    const error = new CliError(kind, kind, kind === 'cancelled' ? 'Stopped.' : 'Stopped from outside.');
    abort.abort(error);
    reject(error);
  };
  for (const name of Object.keys(kinds)) process.on(name, listener);
  return {
    signal: abort.signal,
    interrupted,
    take(next) {
      taker = next;
      return () => {
        taker = undefined;
      };
    },
    stop: () => {
      for (const name of Object.keys(kinds)) process.off(name, listener);
    },
  };
}
