import { expect, test } from 'vitest';
import { gramsOf, weightFromGrams, weightUnits } from './weight.ts';

test('grams are kept through every unit', () => {
  for (const unit of weightUnits) {
    for (const grams of [1, 28, 310, 454, 12_345]) expect(gramsOf(weightFromGrams(grams, unit))).toBe(grams);
  }
});

test('the unit shown is the unit kept', () => {
  expect(weightFromGrams(310, 'kg')).toEqual({ value: 0.31, unit: 'kg' });
  expect(weightFromGrams(454, 'lb')).toEqual({ value: 1.0009, unit: 'lb' });
});
