import { expect, it } from 'vitest';
import { mailMove, mostAttempts, retryMinutes } from './mail-states.ts';

it('waits longer after each attempt, and gives up after the better part of a day', () => {
  expect([1, 2, 3, 9, 12].map(retryMinutes)).toEqual([1, 2, 4, 240, 240]);
  const minutes = Array.from({ length: mostAttempts - 1 }, (_, index) => retryMinutes(index + 1));
  expect(minutes.reduce((sum, each) => sum + each, 0) / 60).toBeGreaterThan(12);
});

it('leaves sent and failed mails as they are', () => {
  expect(mailMove({ state: 'queued' }, 'take')).toMatchObject({ to: 'sent', event: 'mail.sent' });
  expect(mailMove({ state: 'sent' }, 'take')).toBeUndefined();
  expect(mailMove({ state: 'failed' }, 'give up')).toBeUndefined();
});
