import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { kindNames } from '../../journal/entry-line.tsx';
import type { JournalFilter } from '../../journal/journal-client.ts';
import type { Connection } from '../../journal/journal-stream.ts';

interface FilterBarProps {
  readonly filter: JournalFilter;
  readonly connection: Connection;
  readonly isPaused: boolean;
  readonly leftOut: number;
  readonly onPause: () => void;
}

const connections: Readonly<Record<Connection, string>> = {
  connecting: 'Connecting',
  open: 'Live',
  lost: 'Connection lost, trying again',
};

/** A moment after the last key, so that not each letter is looked for. */
const typedMilliseconds = 250;

const fields = [
  { name: 'type', label: 'Type', hint: 'order.*' },
  { name: 'status', label: 'Status', hint: '4xx' },
  { name: 'endpoint', label: 'Endpoint', hint: 'stripe' },
  { name: 'subject', label: 'About', hint: 'ord_…' },
] as const;

/** What is shown of everything that happens. */
export function FilterBar({ filter, connection, isPaused, leftOut, onPause }: FilterBarProps) {
  const [query, setQuery] = useSearchParams();
  const [typed, setTyped] = useState<Readonly<Record<string, string | undefined>>>({ ...filter });
  const [areFieldsShown, setFieldsShown] = useState(fields.some(({ name }) => filter[name] !== undefined));
  const set = (name: string, value: string | undefined) =>
    setQuery(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed changes the address.
  useEffect(() => {
    const timer = setTimeout(() => {
      const after = new URLSearchParams(query);
      for (const [name, value] of Object.entries(typed)) {
        if (value) after.set(name, value);
        else after.delete(name);
      }
      if (after.toString() !== query.toString()) setQuery(after, { replace: true });
    }, typedMilliseconds);
    return () => clearTimeout(timer);
  }, [typed]);

  const toggle = (name: 'isFailure' | 'isPinned', label: string) => (
    <button
      type="button"
      className="button"
      aria-pressed={filter[name] === 'true'}
      onClick={() => {
        const value = filter[name] === 'true' ? '' : 'true';
        setTyped({ ...typed, [name]: value });
        set(name, value);
      }}
    >
      {label}
    </button>
  );

  return (
    <div className="filter">
      <div className="filter-row">
        <h1>Activity</h1>
        <span className={`connection connection-${isPaused ? 'paused' : connection}`} role="status">
          {isPaused ? 'Paused' : connections[connection]}
        </span>
        <button type="button" className="button" aria-pressed={isPaused} onClick={onPause}>
          Pause
        </button>
      </div>
      <div className="filter-row">
        <input
          type="search"
          className="field filter-text"
          aria-label="Show only what contains this text"
          placeholder="Text, id, order…  ( / )"
          value={typed.text ?? ''}
          onChange={({ target }) => setTyped({ ...typed, text: target.value })}
        />
        <select
          className="field"
          aria-label="Kind"
          value={filter.kind ?? ''}
          onChange={({ target }) => {
            setTyped({ ...typed, kind: target.value });
            set('kind', target.value);
          }}
        >
          <option value="">Every kind</option>
          {Object.entries(kindNames).map(([kind, name]) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </select>
        {toggle('isFailure', 'Failures')}
        {toggle('isPinned', 'Pinned')}
        <button
          type="button"
          className="button"
          aria-expanded={areFieldsShown}
          onClick={() => setFieldsShown(!areFieldsShown)}
        >
          More filters
        </button>
      </div>
      {areFieldsShown && (
        <div className="filter-row">
          {fields.map(({ name, label, hint }) => (
            <label key={name} className="filter-field">
              {label}
              <input
                className="field"
                placeholder={hint}
                value={typed[name] ?? ''}
                onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
              />
            </label>
          ))}
        </div>
      )}
      {leftOut > 0 && (
        <p className="left-out">
          {leftOut} successful reads were not written down: more came than anybody could read.
        </p>
      )}
    </div>
  );
}
