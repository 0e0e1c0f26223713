import { expect, test } from 'vitest';
import { isNightDue, momentsIn, nextNight } from './night.ts';

test('the night is that of the store, not of the machine', () => {
  const at = new Date('2026-03-01T23:30:00Z');
  expect(momentsIn('UTC')(at)).toEqual({ day: '2026-03-01', hour: 23 });
  expect(momentsIn('Europe/Berlin')(at)).toEqual({ day: '2026-03-02', hour: 0 });
  expect(momentsIn('America/New_York')(at)).toEqual({ day: '2026-03-01', hour: 18 });
});

test.each([
  ['in the night', 3, '2026-03-01', true],
  ['in the night, for the first time', 3, undefined, true],
  ['before it', 2, '2026-03-01', false],
  ['in the morning after a night that was missed', 9, '2026-03-01', true],
  ['in the morning, when it was never done', 9, undefined, false],
  ['once it was done', 4, '2026-03-02', false],
])('%s', (_when, hour, lastDay, isDue) => {
  expect(isNightDue({ day: '2026-03-02', hour }, lastDay)).toBe(isDue);
});

test('the next night is found over days and time zones', () => {
  const now = new Date('2026-03-01T09:10:00Z');
  expect(nextNight(now, 'UTC', undefined)).toEqual(new Date('2026-03-02T03:00:00Z'));
  expect(nextNight(now, 'UTC', '2026-03-01')).toEqual(new Date('2026-03-02T03:00:00Z'));
  expect(nextNight(now, 'UTC', '2026-02-28')).toEqual(now);
  expect(nextNight(now, 'Asia/Kathmandu', undefined)).toEqual(new Date('2026-03-01T21:15:00Z'));
});
