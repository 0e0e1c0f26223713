import { useEffect, useState } from 'react';
import './button.css';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who hear the page: `GraphQL address`. */
  readonly what: string;
  /** @default 'Copy' */
  readonly label?: string;
}

const shownMilliseconds = 1600;

export function CopyButton({ text, what, label = 'Copy' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'Copied' | 'Not copied'>();
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('Copied'),
      () => setOutcome('Not copied'),
    );
  return (
    <button type="button" className="button" onClick={() => void copy()} aria-label={label === 'Copy' ? `Copy ${what}` : label}>
      <span aria-hidden="true">{outcome ?? label}</span>
      <span className="visually-hidden" aria-live="polite">
        {outcome}
      </span>
    </button>
  );
}
