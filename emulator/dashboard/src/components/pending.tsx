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
  return (
    <div className="failure" role="alert">
      <p>{of.error.message}</p>
      {of.error instanceof RequestFailure && of.error.hint && <p className="hint">{of.error.hint}</p>}
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
