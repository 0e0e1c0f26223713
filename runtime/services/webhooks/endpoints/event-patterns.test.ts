import { expect, test } from 'vitest';
import { takesEvent, unknownPatterns } from './event-patterns.ts';

test.each([
  [['order.placed'], 'order.placed', true],
  [['order.placed'], 'order.placed_late', false],
  [['order.*'], 'order.placed', true],
  [['order.*'], 'order_edit.made', false],
  [['product.*', 'order.*'], 'order.placed', true],
  [['*'], 'order.placed', true],
  [['*'], 'webhook_endpoint.disabled', false],
  [['*', 'webhook_endpoint.*'], 'webhook_endpoint.disabled', true],
  [[], 'order.placed', false],
])('%j takes %s: %s', (patterns, type, isTaken) => {
  expect(takesEvent(patterns, type)).toBe(isTaken);
});

test('a pattern that no event type fits is named', () => {
  expect(unknownPatterns(['order.*', 'ordr.*', 'order.placd', '*'], ['order.placed'])).toEqual([
    'ordr.*',
    'order.placd',
  ]);
});
