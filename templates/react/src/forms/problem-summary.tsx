import { useEffect, useRef } from 'react';
import styles from './problem-summary.module.css';

export interface SummedProblem {
  /** The id of the field. */
  readonly fieldId: string;
  readonly message: string;
}

interface ProblemSummaryProps {
  readonly title: string;
  readonly problems: readonly SummedProblem[];
  /** Rises with each try: then the focus comes here. */
  readonly attempt: number;
}

/** Everything that is wrong with a form, each a link to its field. */
export function ProblemSummary({ title, problems, attempt }: ProblemSummaryProps) {
  const section = useRef<HTMLElement>(null);
  const count = problems.length;
  const shown = useRef(0);
  useEffect(() => {
    if (count === 0 || attempt === shown.current) return;
    shown.current = attempt;
    section.current?.focus();
  }, [count, attempt]);
  if (count === 0) return null;
  return (
    <section ref={section} className={styles.summary} tabIndex={-1} aria-labelledby="problems-title">
      <h2 id="problems-title">{title}</h2>
      <ul>
        {problems.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
