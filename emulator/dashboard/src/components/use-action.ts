import { useCallback, useRef, useState } from 'react';

export interface Outcome {
  readonly said: string | undefined;
  readonly error: Error | undefined;
  readonly isRunning: boolean;
}

const none: Outcome = { said: undefined, error: undefined, isRunning: false };

/** Does something that was asked for by a button, one at a time, and says what came of it. */
export function useAction() {
  const [outcome, setOutcome] = useState(none);
  const isRunning = useRef(false);
  const run = useCallback((work: () => Promise<string>) => {
    // A button that is pressed twice is meant once.
    if (isRunning.current) return;
    isRunning.current = true;
    setOutcome({ ...none, isRunning: true });
    work()
      .then(
        (said) => setOutcome({ ...none, said }),
        (error: Error) => setOutcome({ ...none, error }),
      )
      .finally(() => {
        isRunning.current = false;
      });
  }, []);
  return { ...outcome, run };
}
