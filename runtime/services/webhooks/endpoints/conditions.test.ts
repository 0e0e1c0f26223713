import { expect, test } from 'vitest';
import { type Condition, meetsConditions } from './conditions.ts';

const order = {
  number: '1001',
  channel: 'web',
  grandTotal: { amount: 12_500, currency: 'EUR' },
  isGift: false,
  note: null,
  placedAt: '2026-03-01T09:00:00.000Z',
  tags: ['vip', 'first'],
  lines: [
    { sku: 'SHIRT-M', quantity: 2 },
    { sku: 'SOCKS', quantity: 10 },
  ],
};

test.each<[string, Condition['operator'], string[] | undefined, boolean]>([
  ['channel', 'equals', ['web'], true],
  ['channel', 'equals', ['app', 'web'], true],
  ['channel', 'equals', ['app'], false],
  ['channel', 'differs', ['app'], true],
  ['channel', 'differs', ['app', 'web'], false],
  ['grandTotal.amount', 'equals', ['12500'], true],
  ['grandTotal.amount', 'equals', [''], false],
  ['grandTotal.amount', 'at_least', ['12500'], true],
  ['grandTotal.amount', 'above', ['12500'], false],
  ['grandTotal.amount', 'below', ['9e9'], true],
  ['grandTotal.amount', 'at_most', ['cheap'], false],
  ['isGift', 'equals', ['false'], true],
  ['note', 'exists', undefined, false],
  ['note', 'missing', undefined, true],
  ['number', 'exists', undefined, true],
  ['number', 'starts_with', ['10'], true],
  ['placedAt', 'at_least', ['2026-03-01'], true],
  ['placedAt', 'below', ['2026-03-01'], false],
  ['tags', 'contains', ['vip'], true],
  ['tags.*', 'equals', ['first'], true],
  ['lines.*.sku', 'equals', ['SOCKS'], true],
  ['lines.*.sku', 'differs', ['SOCKS'], false],
  ['lines.*.quantity', 'above', ['5'], true],
  ['lines.0.sku', 'contains', ['HIRT'], true],
  ['lines.9.sku', 'exists', undefined, false],
  ['constructor.name', 'exists', undefined, false],
  ['__proto__', 'exists', undefined, false],
  ['channel', 'equals', undefined, false],
])('%s %s %j: %s', (path, operator, values, isMet) => {
  expect(meetsConditions([{ path, operator, ...(values ? { values } : {}) }], order)).toBe(isMet);
});

test('all conditions must be met, and none is always met', () => {
  const euros: Condition = { path: 'grandTotal.currency', operator: 'equals', values: ['EUR'] };
  const app: Condition = { path: 'channel', operator: 'equals', values: ['app'] };
  expect(meetsConditions([euros, app], order)).toBe(false);
  expect(meetsConditions([], order)).toBe(true);
});
