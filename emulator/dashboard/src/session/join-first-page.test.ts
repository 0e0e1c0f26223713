import { expect, test } from 'vitest';
import { joinFirstPage } from './join-first-page.ts';

const rows = (...ids: number[]) => ids.map((id) => ({ id }));

test('what came meanwhile stands before what was shown, and what was loaded further back stays', () => {
  const shown = { rows: rows(4, 3, 2, 1), next: 'after 1' };
  expect(joinFirstPage(shown, { rows: rows(5, 4, 3), next: 'after 3' })).toEqual({
    rows: rows(5, 4, 3, 2, 1),
    next: 'after 1',
  });
});

test('what is not of the filter any more goes', () => {
  const shown = { rows: rows(4, 3, 2), next: null };
  expect(joinFirstPage(shown, { rows: rows(4, 2), next: null }).rows).toEqual(rows(4, 2));
  expect(joinFirstPage(shown, { rows: [], next: null }).rows).toEqual([]);
});

test('where more came than a page holds, the page stands alone', () => {
  const first = { rows: rows(9, 8, 7), next: 'after 7' };
  expect(joinFirstPage({ rows: rows(3, 2, 1), next: null }, first)).toEqual(first);
});
