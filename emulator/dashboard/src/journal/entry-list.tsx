import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { useVirtualRows } from '../components/use-virtual-rows.ts';
import { EntryLine } from './entry-line.tsx';
import type { JournalEntry } from './journal-client.ts';
import './entry-list.css';

interface EntryListProps {
  readonly entries: readonly JournalEntry[];
  readonly openId: string | undefined;
  readonly linkTo: (entry: JournalEntry) => string;
  /** Goes to another entry by the arrow keys. */
  readonly onMove: (entry: JournalEntry) => void;
  /** Asked when the end comes in sight. */
  readonly onEnd: () => void;
}

const rowHeight = { wide: 38, narrow: 58 };

/** Thousands of entries, of which those in sight are in the page. */
export function EntryList({ entries, openId, linkTo, onMove, onEnd }: EntryListProps) {
  const isNarrow = window.matchMedia('(max-width: 640px)').matches;
  const { scroll, rows, height, styleOf, scrollTo } = useVirtualRows(entries, {
    ...{ rowHeight: isNarrow ? rowHeight.narrow : rowHeight.wide, onEnd, keyOf: ({ id }) => id },
  });

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const place = entries.findIndex(({ id }) => id === openId);
    const target = entries[Math.max(0, place + step)];
    if (!target) return;
    scrollTo(entries.indexOf(target));
    onMove(target);
  };

  return (
    <div ref={scroll} className="entries">
      <ul style={{ height }} aria-label="What happened, latest first" onKeyDown={move}>
        {rows.map(({ item: entry, key, place }) => (
          <li key={key} style={styleOf(place)} aria-setsize={entries.length} aria-posinset={place + 1}>
            <Link to={linkTo(entry)} aria-current={entry.id === openId}>
              <EntryLine entry={entry} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
