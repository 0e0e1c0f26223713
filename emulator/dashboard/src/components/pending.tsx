import type { ReactNode } from 'react';
import { RequestFailure } from '../session/session.ts';
import type { Loaded } from '../session/use-loaded.ts';
import './pending.css';

interface PendingProps<Value> {
  readonly of: Loaded<Value>;
  /** What is loading, for those who don't see the bars: `products`. */
  readonly what: string;
  readonly onRetry: () => void;
  readonly children: (value: Value) => ReactNode;
}

/** What stands in place of something that isn't there yet, or could not be had. */
export function Pending<Value>({ of, what, onRetry, children }: PendingProps<Value>) {
  if (of.state === 'ready') return children(of.value);
  if (of.state === 'loading') {
    return (
      <div className="pending" role="status">
        <span className="visually-hidden">Loading {what}</span>
        <span className="bar" />
        <span className="bar" />
        <span className="bar" />
      </div>
    );
  }
  return <FailureNotice error={of.error} onRetry={onRetry} />;
}

interface FailureNoticeProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** What went wrong, what to do about it, and the way to try it once more. */
export function FailureNotice({ error, onRetry }: FailureNoticeProps) {
  return (
    <div className="failure" role="alert">
      <p>{error.message}</p>
      {error instanceof RequestFailure && error.hint && <p className="hint">{error.hint}</p>}
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}

/** Says that there is nothing, and how something comes to be there. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <p className="nothing">{children}</p>;
}
