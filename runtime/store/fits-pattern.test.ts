import { expect, test } from 'vitest';
import { fitsPattern } from './fits-pattern.ts';

test.each([
  ['*', 'order.placed', true],
  ['order.*', 'order.placed', true],
  ['order.*', 'order_note.added', false],
  ['order.placed', 'order.placed', true],
  ['order.placed', 'order.placed_again', false],
  ['ord*', 'order.placed', false],
])('%s for %s: %s', (pattern, type, isMeant) => {
  expect(fitsPattern(pattern, type)).toBe(isMeant);
});
