import { describe, expect, test } from 'vitest';
import { completeFraud } from '../../config/fraud-rules.ts';
import { assess } from './assess.ts';
import type { FraudSignals } from './signals.ts';

const quiet: FraudSignals = {
  amount: { amount: 4900, currency: 'EUR' },
  email: 'ada@example.com',
  countries: { billing: 'DE', shipping: 'DE', card: 'DE' },
  providerScore: 10,
  attempts: {},
};

/** Rules that each give their points by the provider's score. */
const scoring = (...points: readonly number[]) =>
  completeFraud({
    rules: points.map((each, index) => ({
      kind: 'provider-score',
      name: `rule-${index}`,
      from: 0,
      points: each,
    })),
    thresholds: { review: 40, block: 70 },
  });

describe('the decision', () => {
  test.each([
    [[39], 39, 'allow'],
    [[40], 40, 'review'],
    [[41], 41, 'review'],
    [[69], 69, 'review'],
    [[70], 70, 'block'],
    [[71], 71, 'block'],
    [[30, 9], 39, 'allow'],
    [[30, 10], 40, 'review'],
    [[30, 40], 70, 'block'],
    [[60, 60], 100, 'block'],
    [[100], 100, 'block'],
    [[], 0, 'allow'],
  ])('of points %j: %i, %s', (points, score, decision) => {
    expect(assess(scoring(...points), quiet)).toMatchObject({ score, decision });
  });

  test('without a gap between the thresholds nothing is reviewed', () => {
    const config = { ...scoring(50), thresholds: { review: 50, block: 50 } };
    expect(assess(config, quiet).decision).toBe('block');
  });
});

describe('reasons', () => {
  test('name the rules that applied, in the order of the config, with their points', () => {
    const config = completeFraud({
      rules: [
        { kind: 'amount', from: { EUR: 4900 }, points: 10 },
        { kind: 'country', of: 'card', countries: ['US'], points: 10 },
        { kind: 'provider-score', from: 10, points: 5, name: 'provider' },
      ],
    });
    expect(assess(config, quiet).reasons).toEqual([
      { rule: 'amount', points: 10, message: expect.stringContaining('4900') },
      { rule: 'provider', points: 5, message: expect.stringContaining('10 of 100') },
    ]);
  });
});

describe('the rules of a store that declares none', () => {
  const decide = (signals: Partial<FraudSignals>) => assess(completeFraud(), { ...quiet, ...signals });

  test('let an ordinary purchase pass without a reason', () => {
    expect(decide({})).toEqual({ score: 0, decision: 'allow', reasons: [] });
  });

  test.each([
    ['a present to another country', { countries: { billing: 'DE', shipping: 'PT', card: 'DE' } }],
    ['a foreign card', { countries: { billing: 'DE', shipping: 'DE', card: 'US' } }],
    ['a disposable address', { email: 'ada@mailinator.com' }],
    ['a score of the provider that is raised', { providerScore: 70 }],
    ['many purchases from one network', { attempts: { 'velocity-ip': 6 } }],
  ])('let %s pass alone', (_what, signals) => {
    expect(decide(signals).decision).toBe('allow');
  });

  test('hold several things together for review', () => {
    const signals = { countries: { billing: 'DE', shipping: 'PT', card: 'US' }, email: 'ada@mailinator.com' };
    expect(decide(signals)).toMatchObject({ score: 65, decision: 'review' });
  });

  test('refuse what the provider is sure about', () => {
    expect(decide({ providerScore: 85 })).toMatchObject({ score: 80, decision: 'block' });
  });
});
