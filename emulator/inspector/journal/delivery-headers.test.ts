import { expect, test } from 'vitest';
import { deliveryHeaders } from './delivery-headers.ts';

test('of a delivery what the platform set stays, and what the endpoint asked for is only named', () => {
  const ours = {
    ...{
      'content-type': 'application/json',
      'user-agent': 'HeadlessPro-Webhooks/1',
      traceparent: '00-a-b-01',
    },
    ...{ 'idempotency-key': 'evt_1', 'webhook-id': 'evt_1', 'webhook-signature': 'v1,abc=' },
  };
  expect(deliveryHeaders({ ...ours, 'X-Partner-Auth': 'abc', 'x-functions-key': 'def' })).toEqual({
    ...ours,
    'x-partner-auth': '(left out)',
    'x-functions-key': '(left out)',
  });
});

test('a header of the platform holds no key either', () => {
  expect(deliveryHeaders({ 'idempotency-key': 'hp_sk_0123' })).toEqual({
    'idempotency-key': 'hp_sk_[removed]',
  });
});
