import { useId } from 'react';
import type { Field } from '../../contract/form.ts';
import { titleOf, words } from '../../contract/words.ts';

interface FormFieldProps {
  readonly field: Field;
  readonly text: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

const hints: Readonly<Record<string, string>> = { money: '19.99 EUR', moment: '2026-11-26T10:00:00Z' };

/** A field for a value of the kind that its schema says, with what is wrong with it beside it. */
export function FormField({ field, text, error, onChange }: FormFieldProps) {
  const { name, shape, isRequired, description } = field;
  const { value: kind, isNullable } = shape;
  const id = useId();
  const attributes = {
    ...{ id, className: 'field', value: text },
    'aria-invalid': error !== undefined,
    'aria-describedby': `${id}-said`,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value),
  };
  const choices =
    kind.kind === 'choice' ? kind.choices : kind.kind === 'boolean' ? ['true', 'false'] : undefined;
  return (
    <div className="form-line">
      <label htmlFor={id}>
        {titleOf(name)}
        {isRequired && <span className="required"> (needed)</span>}
      </label>
      {choices ? (
        <select {...attributes}>
          <option value="">{isNullable ? 'none' : '–'}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {kind.kind === 'boolean' ? (choice === 'true' ? 'yes' : 'no') : words(choice)}
            </option>
          ))}
        </select>
      ) : kind.kind === 'json' || kind.kind === 'longText' ? (
        <textarea
          {...attributes}
          className={kind.kind === 'json' ? 'field code-field' : 'field'}
          rows={Math.min(14, Math.max(2, text.split('\n').length))}
          spellCheck={kind.kind !== 'json'}
        />
      ) : (
        <input {...attributes} placeholder={hints[kind.kind] ?? ''} autoComplete="off" />
      )}
      <p id={`${id}-said`} className={error === undefined ? 'none field-about' : 'field-error'}>
        {error ?? description ?? ''}
      </p>
    </div>
  );
}
