import { useCallback, useState } from 'react';

interface Outcome {
  readonly said: string | undefined;
  readonly error: Error | undefined;
  readonly isRunning: boolean;
}

const none: Outcome = { said: undefined, error: undefined, isRunning: false };

/** Does something that was asked for by a button, one at a time, and says what came of it. */
export function useAction() {
  const [outcome, setOutcome] = useState(none);
  const run = useCallback((work: () => Promise<string>) => {
    setOutcome({ ...none, isRunning: true });
    work().then(
      (said) => setOutcome({ ...none, said }),
      (error: Error) => setOutcome({ ...none, error }),
    );
  }, []);
  return { ...outcome, run };
}
