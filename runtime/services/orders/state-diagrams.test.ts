import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fulfilmentMoves } from './fulfilments/fulfilment-states.ts';
import { orderMoves } from './orders/order-states.ts';
import { returnMoves } from './returns/return-states.ts';

test('the diagrams of the documentation are the tables', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../../docs/explanation/orders.md'), 'utf8');
  const drawn = page.split('\n').filter((line) => line.includes(' --> '));
  const rows = [...orderMoves, ...fulfilmentMoves, ...returnMoves].map(
    ({ from, to, operation }) => `  ${from} --> ${to}: ${operation.slice(operation.lastIndexOf('.') + 1)}`,
  );
  expect(drawn).toEqual(rows);
});
