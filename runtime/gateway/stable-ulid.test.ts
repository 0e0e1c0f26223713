import { expect, test } from 'vitest';
import { stableUlid } from './stable-ulid.ts';

const work = '01JDMK3V5Q8F0GZ7W1R2T3Y4X5';

test('the same part of the same work has the same id', () => {
  expect(stableUlid(work, 'refund 1')).toBe(stableUlid(work, 'refund 1'));
});

test('other parts, and other work, have other ids', () => {
  const ids = [
    stableUlid(work, 'refund 1'),
    stableUlid(work, 'refund 2'),
    stableUlid(`${work.slice(0, -1)}6`, 'refund 1'),
  ];
  expect(new Set(ids).size).toBe(3);
});

test('it is a ULID of the time of the work', () => {
  expect(stableUlid(work, 'refund 1')).toMatch(/^01JDMK3V5Q[0-9A-HJKMNP-TV-Z]{16}$/);
});
