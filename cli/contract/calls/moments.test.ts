import { expect, test } from 'vitest';
import { momentOf, namedMoment } from './moments.ts';

const now = Date.parse('2026-11-26T10:30:00Z');

test('a time is kept by its distance from now, and is as far away another day', () => {
  expect(namedMoment('2026-11-26T10:30:00.000Z', now)).toBe('{now}');
  expect(namedMoment('2026-11-26T13:30:00Z', now)).toBe('{now+3h}');
  expect(namedMoment('2026-11-24', now)).toBe('{today-2d}');
  const later = Date.parse('2027-01-01T00:30:00Z');
  expect(momentOf('{now+3h}', later)).toBe('2027-01-01T03:30:00.000Z');
  expect(momentOf('{today-2d}', later)).toBe('2026-12-30');
});

test('a birthday, and what is no time, stay as they are', () => {
  for (const text of ['1985-04-12', 'tomorrow', '2026-13-45', '{cart_1}']) {
    expect(namedMoment(text, now)).toBe(text);
    expect(momentOf(text, now)).toBe(text);
  }
});
