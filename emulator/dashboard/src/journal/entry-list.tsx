import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Link } from 'react-router';
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
  const scroll = useRef<HTMLDivElement>(null);
  const isNarrow = window.matchMedia('(max-width: 640px)').matches;
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (isNarrow ? rowHeight.narrow : rowHeight.wide),
    getItemKey: (place) => entries[place]?.id ?? place,
    overscan: 12,
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= entries.length - 20) onEnd();
  }, [last, entries.length, onEnd]);

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const place = entries.findIndex(({ id }) => id === openId);
    const target = entries[Math.max(0, place + step)];
    if (!target) return;
    virtual.scrollToIndex(entries.indexOf(target), { align: 'auto' });
    onMove(target);
  };

  return (
    <div ref={scroll} className="entries">
      <ul
        style={{ height: virtual.getTotalSize() }}
        aria-label="What happened, latest first"
        onKeyDown={move}
      >
        {rows.map(({ index, key, start, size }) => {
          const entry = entries[index];
          if (!entry) return null;
          return (
            <li
              key={key}
              style={{ height: size, transform: `translateY(${start}px)` }}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
            >
              <Link to={linkTo(entry)} aria-current={entry.id === openId}>
                <EntryLine entry={entry} />
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
