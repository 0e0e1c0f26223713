import { expect, test } from 'vitest';
import { dayAndHour } from './nightly.ts';

test('the night is that of the store, not of the machine', () => {
  const at = new Date('2026-03-01T23:30:00Z');
  expect(dayAndHour(at, 'UTC')).toEqual({ day: '2026-03-01', hour: 23 });
  expect(dayAndHour(at, 'Europe/Berlin')).toEqual({ day: '2026-03-02', hour: 0 });
  expect(dayAndHour(at, 'America/New_York')).toEqual({ day: '2026-03-01', hour: 18 });
});
