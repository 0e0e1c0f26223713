import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relocate, splitUnits } from './split-rules.ts';

const at = (locationId: string, quantity: number) => ({ locationId, quantity });
const sumOf = (allocations: readonly { readonly quantity: number }[]) =>
  allocations.reduce((sum, { quantity }) => sum + quantity, 0);

test('units at the location leave first', () => {
  const held = { quantity: 5, allocations: [at('loc_a', 3), at('loc_b', 2)], backordered: 0 };
  expect(splitUnits(held, 3, 'loc_b')).toEqual({
    taken: { quantity: 3, allocations: [at('loc_b', 2), at('loc_a', 1)], backordered: 0 },
    rest: { quantity: 2, allocations: [at('loc_a', 2)], backordered: 0 },
  });
});

test('units that are there leave before those that are owed', () => {
  const held = { quantity: 5, allocations: [at('loc_a', 5)], backordered: 2 };
  expect(splitUnits(held, 4, undefined)).toMatchObject({
    taken: { quantity: 4, backordered: 1 },
    rest: { quantity: 1, backordered: 1 },
  });
});

test('a split loses and makes no unit, and units without a place stay owed', () => {
  const shape = fc.record({
    placed: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }),
    unplaced: fc.nat(5),
    owedThere: fc.nat(9),
    wanted: fc.nat(40),
  });
  fc.assert(
    fc.property(shape, ({ placed, unplaced, owedThere, wanted }) => {
      const allocations = placed.map((quantity, index) => at(`loc_${index}`, quantity));
      const quantity = sumOf(allocations) + unplaced;
      fc.pre(quantity > 0);
      const backordered = Math.min(quantity, unplaced + owedThere);
      const units = 1 + (wanted % quantity);
      const { taken, rest } = splitUnits({ quantity, allocations, backordered }, units, 'loc_0');
      expect(taken.quantity + rest.quantity).toBe(quantity);
      expect(taken.backordered + rest.backordered).toBe(backordered);
      expect(sumOf(taken.allocations) + sumOf(rest.allocations)).toBe(sumOf(allocations));
      for (const part of [taken, rest]) {
        expect(part.quantity - sumOf(part.allocations)).toBeLessThanOrEqual(part.backordered);
      }
    }),
  );
});

test('units come from elsewhere as far as the location can sell', () => {
  const level = { id: 'level_1', locationId: 'loc_b', onHand: 5, reserved: 3, safetyStock: 0 };
  const dates = { version: 1, createdAt: '', updatedAt: '' };
  const levels = [{ ...level, ...dates }];
  const held = { quantity: 3, allocations: [at('loc_a', 2), at('loc_b', 1)], backordered: 0 };
  expect(relocate(held, levels, 'loc_b')).toEqual({
    ...{ outcome: 'moved', allocations: [at('loc_b', 3)], come: 2 },
  });
  expect(relocate({ ...held, quantity: 4, allocations: [at('loc_a', 4)] }, levels, 'loc_b')).toEqual({
    ...{ outcome: 'out_of_stock', available: 2 },
  });
});
