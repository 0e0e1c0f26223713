import { type InputHTMLAttributes, useEffect, useRef, useState } from 'react';

interface TypedFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  readonly value: string;
  /** Told a moment after the last key, so that not each letter is looked for. */
  readonly onTyped: (value: string) => void;
}

const typedMilliseconds = 250;

/** A field of a filter that stands in the address: what is typed goes there, and what comes from there is shown. */
export function TypedField({ value, onTyped, ...attributes }: TypedFieldProps) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What it changes may have changed since the key was pressed.
  const latest = useRef(onTyped);
  useEffect(() => {
    latest.current = onTyped;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (value === told.current) return;
    // The address was changed by somebody else: by a link, by the palette, by going back.
    clearTimeout(timer.current);
    told.current = value;
    setText(value);
  }, [value]);
  const type = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      told.current = typed;
      latest.current(typed);
    }, typedMilliseconds);
  };
  return (
    <input {...attributes} className="field" value={text} onChange={({ target }) => type(target.value)} />
  );
}
