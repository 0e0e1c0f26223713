import { expect, test } from 'vitest';
import { addDuration, parseDuration } from './duration.ts';

const start = new Date('2026-01-31T10:00:00.000Z');

function after(text: string): string | undefined {
  const duration = parseDuration(text);
  return duration && addDuration(start, duration).toISOString();
}

test.each([
  ['3 days', '2026-02-03T10:00:00.000Z'],
  ['1 day', '2026-02-01T10:00:00.000Z'],
  ['3d', '2026-02-03T10:00:00.000Z'],
  ['2h', '2026-01-31T12:00:00.000Z'],
  ['1h30m', '2026-01-31T11:30:00.000Z'],
  ['1 hour, 30 minutes', '2026-01-31T11:30:00.000Z'],
  ['1.5 hours', '2026-01-31T11:30:00.000Z'],
  ['90 Min', '2026-01-31T11:30:00.000Z'],
  ['45s', '2026-01-31T10:00:45.000Z'],
  ['250ms', '2026-01-31T10:00:00.250Z'],
  ['2 weeks', '2026-02-14T10:00:00.000Z'],
  ['1 month', '2026-02-28T10:00:00.000Z'],
  ['13mo', '2027-02-28T10:00:00.000Z'],
  ['1 year', '2027-01-31T10:00:00.000Z'],
  ['P3D', '2026-02-03T10:00:00.000Z'],
  ['PT2H', '2026-01-31T12:00:00.000Z'],
  ['P1M', '2026-02-28T10:00:00.000Z'],
  ['PT1M', '2026-01-31T10:01:00.000Z'],
  ['P1Y2M10DT2H30M', '2027-04-10T12:30:00.000Z'],
  ['P2W', '2026-02-14T10:00:00.000Z'],
  ['0 days', '2026-01-31T10:00:00.000Z'],
])('%s after 31 January is %s', (text, time) => {
  expect(after(text)).toBe(time);
});

test.each([
  '',
  'soon',
  '3',
  'days',
  '3 dogs',
  '-3 days',
  '3 days ago',
  '1.5 months',
  'P',
  'PT',
  'P1H',
  '2026-02-01',
])('"%s" is not guessed at', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});
