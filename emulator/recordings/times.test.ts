import { expect, test } from 'vitest';
import { movedTimes, withoutTimes } from './times.ts';

test('when something is asked makes no difference', () => {
  expect(
    withoutTimes({ expires_at: '1767225600', 'created[gte]': '1767225600', amount: '1767225600' }),
  ).toEqual({
    ...{ expires_at: '{time}', 'created[gte]': '{time}', amount: '1767225600' },
  });
});

test('times of an answer keep their distance from now', () => {
  const answer = {
    created: 1_767_225_600,
    amount: 1_767_225_600,
    create_time: '2026-01-01T00:00:00Z',
    expires_in: 60,
  };
  expect(movedTimes(answer, 3_600_000)).toEqual({
    ...{ created: 1_767_229_200, amount: 1_767_225_600 },
    ...{ create_time: '2026-01-01T01:00:00.000Z', expires_in: 60 },
  });
});
