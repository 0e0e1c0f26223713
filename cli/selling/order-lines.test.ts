import { expect, test } from 'vitest';
import { aLine, anOrder, idOf } from '../../tests/cli/given-order.ts';
import { type OrderLine, unitsOf } from './order-lines.ts';

const left = (line: OrderLine) => line.quantity - line.fulfilledQuantity;

test('a SKU names its line, with a quantity or with all that is left', () => {
  const order = anOrder({ lines: [aLine('A', { quantity: 3, fulfilledQuantity: 1 }), aLine('B')] });
  expect(unitsOf(order, ['SHIRT-A'], left)).toEqual([{ lineId: idOf('line', 'A'), quantity: 2 }]);
  expect(unitsOf(order, ['SHIRT-A:1', 'SHIRT-B:1'], left)).toEqual([
    { lineId: idOf('line', 'A'), quantity: 1 },
    { lineId: idOf('line', 'B'), quantity: 1 },
  ]);
});

test('two lines of one SKU are taken in their order, and what is too much is left to the store to refuse', () => {
  const twins = [aLine('A', { quantity: 2, sku: 'S' }), aLine('B', { quantity: 2, sku: 'S' })];
  const units = (text: string) =>
    unitsOf(anOrder({ lines: twins }), [text], left).map(({ quantity }) => quantity);
  expect(units('S:1')).toEqual([1]);
  expect(units('S:3')).toEqual([2, 1]);
  expect(units('S:9')).toEqual([2, 7]);
});

test('a SKU with a colon in it, a line without a SKU, and what is neither', () => {
  const order = anOrder({ lines: [aLine('A', { sku: 'SHIRT:M' }), aLine('B', { sku: null })] });
  expect(unitsOf(order, ['SHIRT:M:1'], left)).toHaveLength(1);
  expect(unitsOf(order, [`${idOf('line', 'B')}:1`], left)).toHaveLength(1);
  expect(() => unitsOf(order, ['HAT:1'], left)).toThrow('has no line HAT');
  expect(() => unitsOf(order, ['SHIRT:M:0'], left)).toThrow('is not written as SKU:quantity');
});
