import { useId } from 'react';
import { usePreferences } from '../preferences/preferences-context.ts';
import { type Place, type Sort, sorts } from './listing-state.ts';
import styles from './sort-select.module.css';

interface SortSelectProps {
  readonly place: Place;
  readonly sort: Sort | undefined;
  readonly onChange: (sort: Sort | undefined) => void;
}

/** A collection comes in an order of its own; everything else comes newest first. */
export function SortSelect({ place, sort, onChange }: SortSelectProps) {
  const id = useId();
  const { texts } = usePreferences();
  const offered = place.kind === 'collection' ? (['featured', ...sorts] as const) : sorts;
  const byDefault = offered[0];
  return (
    <div className={styles.sort}>
      <label htmlFor={id}>{texts.sort}</label>
      <select
        id={id}
        value={sort ?? byDefault}
        onChange={(event) => {
          const chosen = sorts.find((each) => each === event.target.value);
          onChange(chosen === byDefault ? undefined : chosen);
        }}
      >
        {offered.map((each) => (
          <option key={each} value={each}>
            {texts.sorts[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
