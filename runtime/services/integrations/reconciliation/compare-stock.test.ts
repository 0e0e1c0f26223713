import { expect, test } from 'vitest';
import { compareStock } from './compare-stock.ts';

const count = (sku: string, onHand: number, locationId = 'loc_1') => ({ sku, locationId, onHand });

test('the same stock on both sides agrees, in any order', () => {
  const [tee, cap] = [count('TEE', 3), count('CAP', 1)];
  expect(compareStock([tee, cap], [cap, tee])).toEqual({ compared: 2, differences: [] });
});

test('a difference names who has how much, and who has none', () => {
  const here = [count('TEE', 3), count('CAP', 1), count('MUG', 0)];
  const there = [count('TEE', 2), count('BAG', 5), count('PIN', 0)];
  expect(compareStock(here, there).differences).toEqual([
    { sku: 'BAG', locationId: 'loc_1', kind: 'missing_here', here: null, there: 5 },
    { sku: 'CAP', locationId: 'loc_1', kind: 'missing_there', here: 1, there: null },
    { sku: 'TEE', locationId: 'loc_1', kind: 'differs', here: 3, there: 2 },
  ]);
});

test('a SKU is compared at each location by itself', () => {
  const { differences } = compareStock([count('TEE', 3)], [count('TEE', 3, 'loc_2')]);
  expect(differences.map(({ kind, locationId }) => `${kind} ${locationId}`)).toEqual([
    ...['missing_there loc_1', 'missing_here loc_2'],
  ]);
});

test('what a partner tells in parts is added up', () => {
  expect(compareStock([count('TEE', 3)], [count('TEE', 1), count('TEE', 2)]).differences).toEqual([]);
});
