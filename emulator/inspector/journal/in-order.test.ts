import { expect, test } from 'vitest';
import type { EntryKind, JournalEntry } from './entry.ts';
import { inOrder } from './in-order.ts';

function entry(kind: EntryKind, milliseconds: number, durationMs: number | null = null): JournalEntry {
  return {
    ...{
      id: kind,
      storeId: 'local',
      traceId: 'a',
      kind,
      at: new Date(milliseconds).toISOString(),
      title: kind,
    },
    ...{ type: null, endpoint: null, status: null, isFailure: false, durationMs, subject: null },
    ...{ isPinned: false, note: null, fault: null },
  };
}

const kinds = (entries: readonly JournalEntry[]) => inOrder(entries).map(({ kind }) => kind);

test('a request stands before what it caused, though it is written down when it ends', () => {
  const entries = [entry('change', 120), entry('event', 120), entry('request', 150, 50)];
  expect(kinds(entries)).toEqual(['request', 'change', 'event']);
});

test('a delivery stands before what its receiver saw of it', () => {
  const entries = [entry('received', 30, 5), entry('delivery_attempt', 10, 30)];
  expect(kinds(entries)).toEqual(['delivery_attempt', 'received']);
});

test('while the clock stands still, a cause stands before what it causes', () => {
  const entries = [entry('mail', 0), entry('event', 0), entry('change', 0), entry('request', 0, 0)];
  expect(kinds(entries)).toEqual(['request', 'change', 'event', 'mail']);
});
