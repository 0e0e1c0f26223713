import { expect, it } from 'vitest';
import { checkRange, dayAfter, periodsOf } from './date-range.ts';

it('makes up a range of whole months, and days at its ends', () => {
  expect(periodsOf({ from: '2026-01-30', to: '2026-04-02' })).toEqual([
    ...['2026-01-30', '2026-01-31', '2026-02', '2026-03', '2026-04-01', '2026-04-02'],
  ]);
  expect(periodsOf({ from: '2024-02-01', to: '2024-02-29' })).toEqual(['2024-02']);
  expect(periodsOf({ from: '2024-02-01', to: '2024-02-28' })).toHaveLength(28);
});

it('refuses a range that ends before it begins, or has no end in sight', () => {
  expect(() => checkRange({ from: '2026-03-02', to: '2026-03-01' })).toThrow('before');
  expect(() => checkRange({ from: '2000-01-01', to: '2026-03-01' })).toThrow('1100');
  expect(dayAfter('2026-12-31')).toBe('2027-01-01');
});
