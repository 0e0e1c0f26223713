import { expect, test } from 'vitest';
import { parseQuery } from './search-query.ts';

const payment = {
  status: 'succeeded',
  amount: 1999,
  customer: null,
  metadata: { order: '6735', 'a"b': 'x' },
};

test.each([
  ['status:"succeeded"', true],
  ["status:'succeeded' AND metadata['order']:'6735'", true],
  ['status:"canceled" OR amount>1000', true],
  ['-status:"succeeded"', false],
  ['amount>1999', false],
  ['amount>=1999 AND amount<2000', true],
  ['metadata["order"]~"67"', true],
  ['metadata["missing"]:null', true],
  ['-customer:null', false],
])('%s finds a payment: %s', (query, expected) => {
  expect(parseQuery(query)(payment)).toBe(expected);
});

test.each([
  '',
  'status',
  'status:succeeded',
  'a:"1" b:"2"',
  'a:"1" AND b:"2" OR c:"3"',
  `metadata["${'x'.repeat(9)}`,
])('refuses %s', (query) => {
  expect(() => parseQuery(query)).toThrow(expect.objectContaining({ status: 400 }));
});
