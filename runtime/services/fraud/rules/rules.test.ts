import { describe, expect, test } from 'vitest';
import type { FraudSignals } from '../signals.ts';
import { addressMismatch } from './address-mismatch.ts';
import { amount } from './amount.ts';
import { country } from './country.ts';
import { disposableMail } from './disposable-mail.ts';
import { providerScore } from './provider-score.ts';
import { velocity } from './velocity.ts';

const basics = { name: 'rule', points: 10 };
const signals = (changes: Partial<FraudSignals>): FraudSignals => ({
  amount: { amount: 0, currency: 'EUR' },
  email: null,
  countries: { billing: null, shipping: null, card: null },
  providerScore: null,
  attempts: {},
  ...changes,
});

describe('velocity', () => {
  test.each([
    [null, false],
    [undefined, false],
    [1, false],
    [3, false],
    [4, true],
    [5, true],
  ])('of 4: %s applies: %s', (counted, applies) => {
    const rule = { ...basics, kind: 'velocity', by: 'card', count: 4, withinSeconds: 3600 } as const;
    const attempts = counted === undefined ? {} : { rule: counted };
    expect(velocity(rule, signals({ attempts })) !== undefined).toBe(applies);
  });

  test('says whose purchases, and in which time', () => {
    const rule = { ...basics, kind: 'velocity', by: 'ip', count: 2, withinSeconds: 5400 } as const;
    expect(velocity(rule, signals({ attempts: { rule: 2 } }))).toBe(
      '2 purchases or more of this IP address within 90 min.',
    );
  });
});

describe('address mismatch', () => {
  test.each([
    ['billing-and-shipping', 'DE', 'DE', 'US', false],
    ['billing-and-shipping', 'DE', 'PT', 'DE', true],
    ['billing-and-shipping', 'DE', null, 'US', false],
    ['billing-and-shipping', null, 'DE', 'US', false],
    ['billing-and-card', 'DE', 'PT', 'DE', false],
    ['billing-and-card', 'DE', 'DE', 'US', true],
    ['billing-and-card', 'DE', 'PT', null, false],
    ['billing-and-card', null, 'DE', 'DE', false],
  ] as const)('%s of %s, %s, %s: %s', (between, billing, shipping, card, applies) => {
    const rule = { ...basics, kind: 'address-mismatch', between } as const;
    expect(addressMismatch(rule, signals({ countries: { billing, shipping, card } })) !== undefined).toBe(
      applies,
    );
  });
});

describe('amount', () => {
  test.each([
    [49_999, 'EUR', false],
    [50_000, 'EUR', true],
    [50_001, 'EUR', true],
    [79_999, 'JPY', false],
    [80_000, 'JPY', true],
    [1_000_000, 'USD', false],
  ])('%i %s: %s', (total, currency, applies) => {
    const rule = { ...basics, kind: 'amount', from: { EUR: 50_000, JPY: 80_000 } } as const;
    expect(amount(rule, signals({ amount: { amount: total, currency } })) !== undefined).toBe(applies);
  });
});

describe('country', () => {
  test.each([
    ['billing', 'KP', null, null, true],
    ['shipping', null, 'KP', null, true],
    ['card', null, null, 'KP', true],
    ['card', 'KP', 'KP', 'DE', false],
    ['shipping', 'KP', null, 'KP', false],
  ] as const)('of %s among %s, %s, %s: %s', (of, billing, shipping, card, applies) => {
    const rule = { ...basics, kind: 'country', of, countries: ['IR', 'KP'] } as const;
    expect(country(rule, signals({ countries: { billing, shipping, card } })) !== undefined).toBe(applies);
  });
});

describe("the provider's score", () => {
  test.each([
    [null, false],
    [64, false],
    [65, true],
    [66, true],
  ])('%s from 65: %s', (score, applies) => {
    const rule = { ...basics, kind: 'provider-score', from: 65 } as const;
    expect(providerScore(rule, signals({ providerScore: score })) !== undefined).toBe(applies);
  });
});

describe('disposable mail', () => {
  test.each([
    [null, false],
    ['ada@example.com', false],
    ['ada@gmail.com', false],
    ['ada@mailinator.com', true],
    ['Ada@MAILINATOR.com', true],
    ['ada@inbox.mailinator.com', true],
    ['mailinator.com@example.com', false],
    ['ada@mailinator.com.example', false],
    ['no address', false],
  ])('%s: %s', (email, applies) => {
    expect(disposableMail({ ...basics, kind: 'disposable-mail' }, signals({ email })) !== undefined).toBe(
      applies,
    );
  });
});
