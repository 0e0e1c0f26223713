import type { ComponentProps, ReactNode } from 'react';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './field.module.css';

export interface FieldProps {
  /** Names the field in the page, and in the addresses of links to it. */
  readonly id: string;
  readonly label: string;
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  readonly isOptional?: boolean;
  /** Optional, and not said to be: for what most people fill in anyway. */
  readonly isUnmarked?: boolean;
  readonly isWide?: boolean;
}

interface LabelledProps extends FieldProps {
  /** Gets what ties the control to its label, hint and problem. */
  readonly children: (control: {
    readonly id: string;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string | undefined;
    readonly required: boolean;
  }) => ReactNode;
}

function Labelled({
  id,
  label,
  problem,
  hint,
  isOptional = false,
  isUnmarked = false,
  isWide = true,
  children,
}: LabelledProps) {
  const { texts } = usePreferences();
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className={styles.field} data-wide={isWide}>
      <label htmlFor={id}>
        {label}{' '}
        {isOptional && !isUnmarked && <span className={styles.optional}>({texts.checkout.optional})</span>}
      </label>
      {children({
        ...{ id, required: !isOptional, 'aria-invalid': Boolean(problem) },
        'aria-describedby': described || undefined,
      })}
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

type Taken = keyof FieldProps | 'children' | 'className' | 'required';

export function TextField({
  id,
  label,
  problem,
  hint,
  isOptional,
  isUnmarked,
  isWide,
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, Taken>) {
  return (
    <Labelled {...givenOf({ id, label, problem, hint, isOptional, isUnmarked, isWide })}>
      {(control) => <input className="input" {...input} {...control} />}
    </Labelled>
  );
}

export function TextArea({
  id,
  label,
  problem,
  hint,
  isOptional,
  isUnmarked,
  isWide,
  ...input
}: FieldProps & Omit<ComponentProps<'textarea'>, Taken>) {
  return (
    <Labelled {...givenOf({ id, label, problem, hint, isOptional, isUnmarked, isWide })}>
      {(control) => <textarea className="input" rows={3} {...input} {...control} />}
    </Labelled>
  );
}

export function SelectField({
  id,
  label,
  problem,
  hint,
  isOptional,
  isUnmarked,
  isWide,
  children,
  ...input
}: FieldProps & Omit<ComponentProps<'select'>, Exclude<Taken, 'children'>>) {
  return (
    <Labelled {...givenOf({ id, label, problem, hint, isOptional, isUnmarked, isWide })}>
      {(control) => (
        <select className="input" {...input} {...control}>
          {children}
        </select>
      )}
    </Labelled>
  );
}

type Given = { [Name in keyof FieldProps]: FieldProps[Name] | undefined };

/** What was left out stays left out, so that its default holds. */
function givenOf({
  id,
  label,
  problem,
  hint,
  isOptional,
  isUnmarked,
  isWide,
}: Given & Pick<FieldProps, 'id' | 'label'>): FieldProps {
  return {
    ...{ id, label, problem, hint },
    ...(isOptional !== undefined && { isOptional }),
    ...(isUnmarked !== undefined && { isUnmarked }),
    ...(isWide !== undefined && { isWide }),
  };
}
