import { Ansis } from 'ansis';
import { expect, test } from 'vitest';
import { type AttemptEvent, attemptLine } from './attempt-line.ts';

const at = (time: string) => new Date(`2026-03-01T${time}`).toISOString();
const good: AttemptEvent = {
  ...{ event: 'attempt', time: at('14:02:11'), type: 'order.placed', endpointId: 'whe_1', subject: 'ord_1' },
  ...{ url: 'http://localhost:3000/hooks', deliveryId: 'whd_1', eventId: 'evt_1', traceId: null, attempt: 1 },
  ...{ status: 204, isFailure: false, error: null, milliseconds: 11.6, nextAttemptAt: null },
};
const failed = { ...good, status: 503, isFailure: true, attempt: 2, error: 'It answered with 503.' };
const line = (attempt: AttemptEvent) => attemptLine(attempt, new Ansis(0)).replace(/ {3,}/g, '  ');

test.each([
  [
    'one that was delivered',
    good,
    '14:02:11 204  12 ms  order.placed  try 1  http://localhost:3000/hooks  ord_1',
  ],
  [
    'one that is tried again today',
    { ...failed, nextAttemptAt: at('14:02:41') },
    '14:02:11 503  12 ms  order.placed  try 2  http://localhost:3000/hooks  ord_1  It answered with 503.; next try 14:02:41',
  ],
  [
    'one that is tried again another day',
    { ...failed, nextAttemptAt: '2026-03-04T12:00:00Z' },
    expect.stringContaining('next try Mar 04 '),
  ],
  ['one that was given up', failed, expect.stringContaining('no further try')],
  ['one without an answer', { ...failed, status: null }, expect.stringContaining('✖')],
])('%s', (_what, attempt, text) => {
  expect(line(attempt)).toEqual(text);
});
