import { expect, it } from 'vitest';
import { tellsNews } from './tells-news.ts';

const authorized = { wanted: null, authorized: 1000, capturable: 1000, captured: 0 };
const captured = { ...authorized, capturable: 0, captured: 1000 };
const told = { status: 'authorized' as const, capturable: 1000, captured: 0 };

it('takes what is recorded already for no news', () => {
  expect(tellsNews(authorized, told)).toBe(false);
  expect(tellsNews(captured, { ...told, capturable: 0, captured: 1000 })).toBe(false);
});

it('takes what was true before the capture for no news', () => {
  expect(tellsNews(captured, told)).toBe(false);
});

it('takes more money taken, or less that can be taken, for news', () => {
  expect(tellsNews(authorized, { ...told, capturable: 0, captured: 1000 })).toBe(true);
  expect(tellsNews(authorized, { ...told, capturable: 400 })).toBe(true);
});

it('takes everything for news about a payment that is not authorized, or has something open', () => {
  expect(tellsNews({ ...authorized, authorized: 0, capturable: 0 }, told)).toBe(true);
  expect(tellsNews({ ...authorized, wanted: { kind: 'cancel', key: 'k', reason: 'r' } }, told)).toBe(true);
});

it('takes an end for news', () => {
  expect(tellsNews(authorized, { status: 'cancelled', capturable: 0, captured: 0 })).toBe(true);
});
