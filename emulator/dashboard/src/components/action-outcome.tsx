import { ProblemNotice } from './problem-notice.tsx';
import type { Outcome } from './use-action.ts';

/** What came of an action, for `useAction`. */
export function ActionOutcome({ said, error, isRunning }: Outcome) {
  if (error)
    return (
      <div className="outcome">
        <ProblemNotice error={error} />
      </div>
    );
  if (!isRunning && said === undefined) return null;
  return (
    <p className="outcome" role="status">
      {isRunning ? 'One moment…' : said}
    </p>
  );
}
