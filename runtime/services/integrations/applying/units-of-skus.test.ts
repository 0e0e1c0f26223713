import { expect, test } from 'vitest';
import { unitsOfSkus } from './units-of-skus.ts';

const line = (id: string, sku: string | null, quantity: number, changes = {}) => ({
  ...{ id, sku, quantity, plannedQuantity: 0, fulfilledQuantity: 0, cancelledQuantity: 0 },
  ...changes,
});

test('units of a SKU are units of its line', () => {
  const lines = [line('a', 'TEE', 3), line('b', 'CAP', 1)];
  expect(unitsOfSkus(lines, [{ sku: 'TEE', quantity: 2 }])).toEqual({
    ...{ units: [{ lineId: 'a', quantity: 2 }], unknown: [] },
  });
});

test('two lines of one SKU are filled one after the other, as far as they are open', () => {
  const lines = [line('a', 'TEE', 3, { fulfilledQuantity: 2 }), line('b', 'TEE', 5)];
  expect(unitsOfSkus(lines, [{ sku: 'TEE', quantity: 4 }]).units).toEqual([
    { lineId: 'a', quantity: 1 },
    { lineId: 'b', quantity: 3 },
  ]);
});

test('the same SKU told twice is added up', () => {
  const wanted = [
    { sku: 'TEE', quantity: 1 },
    { sku: 'TEE', quantity: 1 },
  ];
  expect(unitsOfSkus([line('a', 'TEE', 3)], wanted).units).toEqual([{ lineId: 'a', quantity: 2 }]);
});

test('too many stay too many, so that the order refuses them', () => {
  const { units } = unitsOfSkus([line('a', 'TEE', 1), line('b', 'TEE', 1)], [{ sku: 'TEE', quantity: 5 }]);
  expect(units).toEqual([
    { lineId: 'a', quantity: 1 },
    { lineId: 'b', quantity: 4 },
  ]);
});

test('a SKU that the order does not have is named', () => {
  expect(unitsOfSkus([line('a', null, 1)], [{ sku: 'TEE', quantity: 1 }])).toEqual({
    units: [],
    unknown: ['TEE'],
  });
});
