import { Ansis } from 'ansis';
import { expect, test } from 'vitest';
import type { DevEvent } from './dev-events.ts';
import { eventLines } from './event-lines.ts';

type Order = Extract<DevEvent, { event: 'order' }>;

const order: Order = {
  event: 'order',
  ...{ id: 'ord_1', number: '1001', state: 'confirmed', paymentState: 'partially_captured' },
  ...{ providers: ['stripe', 'manual'], channel: 'web', units: 1, total: { amount: 3570, currency: 'EUR' } },
};

test('an order is one line: number, total, units, payment, channel; and what holds it up', () => {
  const lines = (changes: Partial<Order>) =>
    eventLines({ ...order, ...changes }, new Date(2026, 2, 1, 14, 2, 11), new Ansis(0));
  expect(lines({})).toEqual([
    '14:02:11 ● order 1001  35.70 EUR  1 unit, stripe + manual partially captured, web',
  ]);
  expect(lines({ state: 'review', units: 2, providers: [] })).toEqual([
    '14:02:11 ● order 1001  35.70 EUR  2 units, partially captured, review, web',
  ]);
});

test('an error among the details of a log line is told', () => {
  const log: DevEvent = {
    event: 'log',
    ...{ level: 'warn', message: 'a job failed', details: { error: new TypeError('no such file') } },
  };
  expect(eventLines(log, new Date(), new Ansis(0)).join()).toContain('TypeError');
  expect(eventLines(log, new Date(), new Ansis(0)).join()).toContain('no such file');
});
