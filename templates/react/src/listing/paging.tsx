import { Link } from 'react-router';
import { usePreferences } from '../preferences/preferences-context.ts';
import { type ListingState, listingQuery } from './listing-state.ts';
import styles from './paging.module.css';

interface PagingProps {
  readonly state: ListingState;
  readonly next: string | null;
}

export function Paging({ state, next }: PagingProps) {
  const { locale, texts } = usePreferences();
  const { trail } = state;
  if (trail.length === 0 && next === null) return null;
  const number = new Intl.NumberFormat(locale).format(trail.length + 1);
  const to = (cursors: readonly string[]) => ({ search: listingQuery({ ...state, trail: cursors }) });
  return (
    <nav className={styles.paging} aria-label={texts.pages}>
      {trail.length > 0 && (
        <Link className="button" rel="prev" to={to(trail.slice(0, -1))}>
          <span aria-hidden="true">←</span> {texts.previousPage}
        </Link>
      )}
      <span className={styles.number} aria-current="page">
        {texts.page(number)}
      </span>
      {next !== null && (
        <Link className="button" rel="next" to={to([...trail, next])}>
          {texts.nextPage} <span aria-hidden="true">→</span>
        </Link>
      )}
    </nav>
  );
}
