import { RequestFailure } from '../session/session.ts';

interface ActionOutcomeProps {
  readonly said: string | undefined;
  readonly error: Error | undefined;
  readonly isRunning: boolean;
}

/** What came of an action, for `useAction`. */
export function ActionOutcome({ said, error, isRunning }: ActionOutcomeProps) {
  if (error)
    return (
      <div className="outcome failure" role="alert">
        <p>{error.message}</p>
        {error instanceof RequestFailure && error.hint && <p className="hint">{error.hint}</p>}
      </div>
    );
  if (!isRunning && said === undefined) return null;
  return (
    <p className="outcome" role="status">
      {isRunning ? 'One moment…' : said}
    </p>
  );
}
