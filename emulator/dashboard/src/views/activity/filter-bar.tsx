import { useId, useState } from 'react';
import { TypedField } from '../../components/typed-field.tsx';
import { useQuery } from '../../components/use-query.ts';
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
  refused: 'Key refused: load the page again',
};

const fields = [
  { name: 'type', label: 'Type', hint: 'order.*' },
  { name: 'status', label: 'Status', hint: '4xx' },
  { name: 'endpoint', label: 'Endpoint', hint: 'stripe' },
  { name: 'subject', label: 'About', hint: 'ord_…' },
] as const;

/** What is shown of everything that happens. */
export function FilterBar({ filter, connection, isPaused, leftOut, onPause }: FilterBarProps) {
  const id = useId();
  const { set } = useQuery();
  const isFieldSet = fields.some(({ name }) => filter[name] !== undefined);
  const [areFieldsWanted, setFieldsWanted] = useState(false);
  const areFieldsShown = areFieldsWanted || isFieldSet;
  const toggle = (name: 'isFailure' | 'isPinned', label: string) => (
    <button
      type="button"
      className="button"
      aria-pressed={filter[name] === 'true'}
      onClick={() => set(name, filter[name] === 'true' ? undefined : 'true')}
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
        <TypedField
          type="search"
          aria-label="Show only what contains this text"
          placeholder="Text, id, order…  ( / )"
          value={filter.text ?? ''}
          onTyped={(text) => set('text', text)}
        />
        <select
          className="field"
          aria-label="Kind"
          value={filter.kind ?? ''}
          onChange={({ target }) => set('kind', target.value)}
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
          disabled={isFieldSet}
          onClick={() => setFieldsWanted(!areFieldsWanted)}
        >
          More filters
        </button>
      </div>
      {areFieldsShown && (
        <div className="filter-row">
          {fields.map(({ name, label, hint }) => (
            <span key={name} className="filter-field">
              <label htmlFor={id + name}>{label}</label>
              <TypedField
                id={id + name}
                placeholder={hint}
                value={filter[name] ?? ''}
                onTyped={(value) => set(name, value)}
              />
            </span>
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
