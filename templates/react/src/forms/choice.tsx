import type { ReactNode } from 'react';
import styles from './choice.module.css';

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly aside?: ReactNode;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One of several, as a row that can be pressed anywhere. */
export function Choice({ id, name, label, detail, aside, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className={styles.choice} htmlFor={id}>
      <input
        id={id}
        type="radio"
        name={name}
        checked={isChosen}
        onChange={onChoose}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-aside ${id}-detail`}
      />
      <span id={`${id}-label`} className={styles.label}>
        {label}
      </span>
      {aside && (
        <span id={`${id}-aside`} className={styles.aside}>
          {aside}
        </span>
      )}
      {detail && (
        <span id={`${id}-detail`} className={styles.detail}>
          {detail}
        </span>
      )}
    </label>
  );
}
