import { expect, test } from 'vitest';
import { parseConfig } from '../../runtime/config/index.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import { searchOperations } from './search-operations.ts';

const { config } = parseConfig({ name: 'Shop', currencies: ['EUR'] });
const operations = [...createContract(config).operations.values()];

test('words find the operation they name first, in singular and plural', () => {
  expect(searchOperations(operations, 'create products').operations[0]?.id).toBe('catalog.products.create');
});

test('words that fit much answer the best twenty, and how many there are', () => {
  const { found, operations: shown } = searchOperations(operations, 'order');
  expect(shown).toHaveLength(20);
  expect(found).toBeGreaterThan(20);
});

test('words that fit nothing find nothing', () => {
  expect(searchOperations(operations, 'xylophone')).toEqual({ found: 0, operations: [] });
});
