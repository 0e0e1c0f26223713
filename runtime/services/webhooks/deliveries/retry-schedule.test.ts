import { expect, test } from 'vitest';
import { fractionOf, retryAfterSeconds, waitAfter, waits } from './retry-schedule.ts';

test('tries are 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h apart, longer by a fifth at most', () => {
  expect(waits.map((_, index) => waitAfter(index + 1, 0))).toEqual([
    ...[5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400],
  ]);
  expect(waitAfter(1, 1)).toBe(6);
  expect(waitAfter(10, 0)).toBeUndefined();
});

test('a receiver that asks for more time gets it, up to a day, and for less does not hurry us', () => {
  expect(waitAfter(1, 0, 120)).toBe(120);
  expect(waitAfter(2, 0, 1)).toBe(300);
  expect(waitAfter(1, 0, 1e9)).toBe(86_400);
});

test('Retry-After is seconds or a date', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  expect(retryAfterSeconds('120', now)).toBe(120);
  expect(retryAfterSeconds('Sun, 01 Mar 2026 12:00:30 GMT', now)).toBe(30);
  expect(retryAfterSeconds('Sun, 01 Mar 2026 11:00:00 GMT', now)).toBe(0);
  for (const value of [undefined, 'soon', '-1', '']) expect(retryAfterSeconds(value, now)).toBe(0);
});

test('waits of different deliveries are spread, and each is always the same', () => {
  const fractions = Array.from({ length: 1000 }, (_, index) =>
    fractionOf(`whd_01JDXK5W0V8R9Q2T4M6N8P${String(index).padStart(4, '0')}`, 1),
  );
  expect(Math.min(...fractions)).toBeLessThan(0.02);
  expect(Math.max(...fractions)).toBeGreaterThan(0.98);
  expect(Math.abs(fractions.reduce((sum, value) => sum + value, 0) / 1000 - 0.5)).toBeLessThan(0.05);
  expect(fractionOf('whd_1', 1)).toBe(fractionOf('whd_1', 1));
  expect(fractionOf('whd_1', 1)).not.toBe(fractionOf('whd_1', 2));
});
