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

/** What is the control's own, and not its label's. */
function controlOf<Props extends FieldProps>({
  id: _id,
  label: _label,
  problem: _problem,
  hint: _hint,
  isOptional: _isOptional,
  isUnmarked: _isUnmarked,
  isWide: _isWide,
  ...control
}: Props) {
  return control;
}

export function TextField(props: FieldProps & Omit<ComponentProps<'input'>, Taken>) {
  return (
    <Labelled {...props}>{(tied) => <input className="input" {...controlOf(props)} {...tied} />}</Labelled>
  );
}

export function TextArea(props: FieldProps & Omit<ComponentProps<'textarea'>, Taken>) {
  return (
    <Labelled {...props}>
      {(tied) => <textarea className="input" rows={3} {...controlOf(props)} {...tied} />}
    </Labelled>
  );
}

export function SelectField({
  children,
  ...props
}: FieldProps & Omit<ComponentProps<'select'>, Exclude<Taken, 'children'>>) {
  return (
    <Labelled {...props}>
      {(tied) => (
        <select className="input" {...controlOf(props)} {...tied}>
          {children}
        </select>
      )}
    </Labelled>
  );
}
