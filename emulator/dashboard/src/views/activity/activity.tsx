import { useCallback, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { FailureNotice } from '../../components/pending.tsx';
import { EntryList } from '../../journal/entry-list.tsx';
import { EntryView } from '../../journal/entry-view.tsx';
import type { JournalEntry, JournalFilter } from '../../journal/journal-client.ts';
import { useJournal } from '../../journal/use-journal.ts';
import { FilterBar } from './filter-bar.tsx';
import { NothingYet } from './nothing-yet.tsx';
import './activity.css';

const filterNames = [
  'kind',
  'type',
  'endpoint',
  'status',
  'subject',
  'text',
  'isPinned',
  'isFailure',
] as const;

function filterOf(query: URLSearchParams): JournalFilter {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = query.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** Everything that was asked, answered, changed, sent and received, live. The filter stands in the address. */
export default function Activity() {
  const { entryId } = useParams();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const [isPaused, setPaused] = useState(false);
  const filter = filterOf(query);
  const { entries, next, leftOut, error, connection, more, retry } = useJournal(filter, isPaused);
  const search = query.size > 0 ? `?${query}` : '';
  const linkTo = useCallback(({ id }: JournalEntry) => `/activity/${id}${search}`, [search]);
  const isFiltered = Object.keys(filter).length > 0;
  const isEmpty = entries.length === 0 && next === null;

  return (
    <div className={`activity ${entryId ? 'activity-open' : ''}`}>
      <section className="activity-list" aria-label="Activity">
        <FilterBar
          filter={filter}
          connection={connection}
          isPaused={isPaused}
          leftOut={leftOut}
          onPause={() => setPaused(!isPaused)}
        />
        {error && <FailureNotice error={error} onRetry={retry} />}
        {next === undefined && !error && (
          <p className="nothing" role="status">
            Loading…
          </p>
        )}
        {isEmpty && !isFiltered && <NothingYet />}
        {isEmpty && isFiltered && <p className="nothing">Nothing matches the filter.</p>}
        {entries.length > 0 && (
          <EntryList
            entries={entries}
            openId={entryId}
            linkTo={linkTo}
            onMove={(entry) => void navigate(linkTo(entry))}
            onEnd={more}
          />
        )}
      </section>
      {entryId && (
        <div className="activity-detail">
          <Link className="button small close" to={`/activity${search}`}>
            Close
          </Link>
          <EntryView key={entryId} id={entryId} />
        </div>
      )}
    </div>
  );
}
