import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { taxOfAmount } from './tax-of-amount.ts';

describe('tax of an amount', () => {
  test.each([
    [1190, true, 19, false, { net: 1000, tax: 190, gross: 1190 }],
    [1000, false, 19, false, { net: 1000, tax: 190, gross: 1190 }],
    [1190, true, 19, true, { net: 1000, tax: 0, gross: 1000 }],
    [999, true, 0, false, { net: 999, tax: 0, gross: 999 }],
    [1000, false, 8.875, false, { net: 1000, tax: 89, gross: 1089 }],
  ])('%s (includes tax: %s) at %s % (exempt: %s)', (amount, includesTax, percent, isExempt, expected) => {
    expect(taxOfAmount(amount, includesTax, percent, isExempt)).toEqual(expected);
  });

  test('net and tax are the gross amount, and what was priced stays as it is', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000_000),
        fc.boolean(),
        fc.integer({ min: 0, max: 400_000 }),
        (amount, includes, rate) => {
          const { net, tax, gross } = taxOfAmount(amount, includes, rate / 10_000, false);
          expect(net + tax).toBe(gross);
          expect(includes ? gross : net).toBe(amount);
          expect(Math.min(net, tax)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
