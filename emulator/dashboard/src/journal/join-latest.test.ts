import { expect, test } from 'vitest';
import { joinLatest } from './join-latest.ts';
import type { JournalEntry } from './journal-client.ts';

function entry(number: number): JournalEntry {
  return {
    ...{
      id: `entry_${number}`,
      storeId: 'local',
      traceId: null,
      kind: 'event',
      at: '2026-11-26T10:00:00.000Z',
    },
    ...{
      title: 'order.placed',
      type: null,
      endpoint: null,
      status: null,
      isFailure: false,
      durationMs: null,
    },
    ...{ subject: null, isPinned: false, note: null, fault: null },
  };
}

const entries = (...numbers: number[]) => numbers.map(entry);
const page = (data: JournalEntry[], next: string | null = null) => ({ data, page: { next }, leftOut: 0 });

test('what is new stands before what is shown, each once, and scrolling goes on where it was', () => {
  const joined = joinLatest(
    { entries: entries(3, 2, 1), next: 'entry_1' },
    page(entries(4, 3, 2), 'entry_2'),
  );
  expect(joined).toMatchObject({ entries: entries(4, 3, 2, 1), next: 'entry_1' });
});

test('where more came than fits a page, scrolling begins behind it', () => {
  const joined = joinLatest({ entries: entries(2, 1), next: null }, page(entries(9, 8), 'entry_8'));
  expect(joined).toMatchObject({ entries: entries(9, 8), next: 'entry_8' });
});

test('a search that finds nothing among the latest keeps what it found further back', () => {
  const joined = joinLatest({ entries: entries(2), next: null }, page([], 'entry_500'));
  expect(joined).toMatchObject({ entries: entries(2), next: null });
});

test('what was forgotten in the journal goes from the page', () => {
  expect(joinLatest({ entries: entries(2), next: null }, page([]))).toMatchObject({
    entries: [],
    next: null,
  });
});
