import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unitsAmount } from './units-amount.ts';

test('units that are given back in any parts give exactly the total', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), parts, (total, quantities) => {
      const quantity = quantities.reduce((sum, part) => sum + part, 0);
      let done = 0;
      let given = 0;
      for (const part of quantities) {
        const amount = unitsAmount(total, quantity, done, part);
        expect(amount).toBeGreaterThanOrEqual(0);
        done += part;
        given += amount;
      }
      expect(given).toBe(total);
    }),
  );
});

test('what does not divide goes to the first units', () => {
  expect([0, 1, 2].map((done) => unitsAmount(1000, 3, done, 1))).toEqual([334, 333, 333]);
});
