import { describe, expect, test } from 'vitest';
import { divideHalfEven, percentageOf } from './rounding.ts';

describe('rounding half to even', () => {
  test.each([
    [5n, 2n, 2],
    [7n, 2n, 4],
    [-5n, 2n, -2],
    [-7n, 2n, -4],
    [-1n, 3n, 0],
    [8n, 3n, 3],
    [9_007_199_254_740_993n, 1n, Number(9_007_199_254_740_993n)],
  ])('%s / %s is %s', (numerator, denominator, expected) => {
    expect(divideHalfEven(numerator, denominator)).toBe(expected);
  });

  test('a percentage with decimals is exact, where floating point is not', () => {
    expect(percentageOf(1000, 8.875)).toBe(89);
    expect(percentageOf(50, 1)).toBe(0);
    expect(percentageOf(150, 1)).toBe(2);
    expect(percentageOf(100_000_000, 0.0001)).toBe(100);
  });
});
