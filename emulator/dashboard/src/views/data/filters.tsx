import { useId, useState } from 'react';
import { TypedField } from '../../components/typed-field.tsx';
import { useQuery } from '../../components/use-query.ts';
import { type Collection, inputOf } from '../../contract/collections.ts';
import type { Parameter } from '../../contract/open-api.ts';
import { shapeOf } from '../../contract/value-kind.ts';
import { titleOf, words } from '../../contract/words.ts';
import { useContract } from './data-context.ts';

/** The others are a click away. */
const mostShown = 6;
const ofPages = new Set(['pageSize', 'after']);

interface FilterProps {
  readonly parameter: Parameter;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Filter({ parameter: { name = '', schema = {} }, value, onChange }: FilterProps) {
  const { document } = useContract();
  const id = useId();
  const { value: kind } = shapeOf(document, schema);
  const choices =
    kind.kind === 'choice' ? kind.choices : kind.kind === 'boolean' ? ['true', 'false'] : undefined;
  return (
    <span className="filter-field">
      <label htmlFor={id}>{titleOf(name)}</label>
      {choices ? (
        <select id={id} className="field" value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">any</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {words(choice)}
            </option>
          ))}
        </select>
      ) : (
        <TypedField
          id={id}
          value={value}
          onTyped={onChange}
          placeholder={kind.kind === 'moment' ? '2026-11-26' : ''}
        />
      )}
    </span>
  );
}

/** What the list operation can be asked for: filters and order. They stand in the address. */
export function Filters({ collection }: { readonly collection: Collection }) {
  const { document } = useContract();
  const { query, set, clear } = useQuery();
  const [isOpen, setOpen] = useState(false);
  const offered = inputOf(document, collection.list).inQuery.filter(({ name = '' }) => !ofPages.has(name));
  const parameters = [
    ...offered.filter(({ required }) => required),
    ...offered.filter(({ required }) => !required),
  ];
  if (parameters.length === 0) return null;
  const areAllShown = isOpen || parameters.slice(mostShown).some(({ name = '' }) => query.has(name));
  return (
    <search className="filters" aria-label={`Which ${collection.name.toLowerCase()}`}>
      {(areAllShown ? parameters : parameters.slice(0, mostShown)).map((parameter) => (
        <Filter
          key={parameter.name}
          parameter={parameter}
          value={query.get(parameter.name ?? '') ?? ''}
          onChange={(value) => set(parameter.name ?? '', value)}
        />
      ))}
      {parameters.length > mostShown && !areAllShown && (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {parameters.length - mostShown} more
        </button>
      )}
      {query.size > 0 && (
        <button type="button" className="button" onClick={clear}>
          Clear
        </button>
      )}
    </search>
  );
}
