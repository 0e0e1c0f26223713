import { expect, test } from 'vitest';
import { readDisputes } from './read-disputes.ts';

const open = {
  ...{ dispute_id: 'PP-R-ABC-1', status: 'WAITING_FOR_SELLER_RESPONSE', reason: 'UNAUTHORISED' },
  ...{ dispute_life_cycle_stage: 'INQUIRY', dispute_amount: { currency_code: 'EUR', value: '19.99' } },
  seller_response_due_date: '2026-03-11T09:00:00Z',
};

/** PayPal, with one dispute. */
function asking(dispute: object) {
  const asked: string[] = [];
  const client = {
    async get(path: string) {
      asked.push(path);
      return path.includes('?') ? { items: [{ dispute_id: open.dispute_id }] } : dispute;
    },
  };
  return { client, asked };
}

test('a dispute is found by the capture that it is about, and read whole', async () => {
  const { client, asked } = asking(open);
  expect(await readDisputes(client, ['CAP1'])).toEqual([
    {
      ...{ reference: 'PP-R-ABC-1', amount: 1999, state: 'needs_response', isInquiry: true },
      ...{ reason: 'unauthorised', respondBy: '2026-03-11T09:00:00Z' },
    },
  ]);
  expect(asked).toEqual([
    '/v1/customer/disputes?disputed_transaction_id=CAP1&page_size=50',
    '/v1/customer/disputes/PP-R-ABC-1',
  ]);
});

test.each([
  ['UNDER_REVIEW', undefined, 'under_review'],
  ['RESOLVED', 'RESOLVED_SELLER_FAVOUR', 'won'],
  ['RESOLVED', 'CANCELED_BY_BUYER', 'won'],
  ['RESOLVED', 'RESOLVED_BUYER_FAVOUR', 'lost'],
  ['RESOLVED', undefined, 'lost'],
])('%s with the outcome %s is %s', async (status, outcome_code, state) => {
  const { client } = asking({ ...open, status, dispute_outcome: { outcome_code } });
  expect(await readDisputes(client, ['CAP1'])).toMatchObject([{ state }]);
});

function refusing(statusCode: number) {
  const error = Object.assign(new Error('{}'), { statusCode, body: '{}' });
  return { get: () => Promise.reject(error) };
}

test('an app that may not see disputes sees none; any other refusal is one', async () => {
  expect(await readDisputes(refusing(403), ['CAP1'])).toEqual([]);
  await expect(readDisputes(refusing(500), ['CAP1'])).rejects.toMatchObject({ statusCode: 500 });
});
