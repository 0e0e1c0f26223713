import { describe, expect, test } from 'vitest';
import { amountOfStripe, stripeAmount } from './stripe-amount.ts';

describe('an amount at Stripe', () => {
  test.each([
    ...[['EUR', 1999, 1999] as const, ['JPY', 500, 500] as const, ['KWD', 5120, 5120] as const],
    ...[['XOF', 500, 500] as const, ['MGA', 50_000, 500] as const, ['TWD', 50_000, 50_000] as const],
    ...[['HUF', 499_000, 499_000] as const, ['IDR', 150_000, 150_000] as const],
    ...[['ISK', 5, 500] as const, ['UGX', 5, 500] as const],
  ])('in %s: %d is %d there, and back', (currency, ours, theirs) => {
    expect(stripeAmount(ours, currency)).toBe(theirs);
    expect(amountOfStripe(theirs, currency)).toBe(ours);
    expect(amountOfStripe(theirs, currency.toLowerCase())).toBe(ours);
  });

  test('is refused in parts of an ariary', () => {
    expect(() => stripeAmount(50_050, 'MGA')).toThrow('whole amounts of MGA alone, not 500.50');
  });
});
