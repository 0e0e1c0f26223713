import { describe, expect, test } from 'vitest';
import { ConfigError } from './config-error.ts';
import { declareConfig } from './declare-config.ts';
import type { Config } from './define-config.ts';
import { parseConfig } from './parse-config.ts';

const parse = (fraud: unknown) => parseConfig({ name: 'Shop', currencies: ['EUR'], fraud }).config;

function faultsOf(fraud: unknown): readonly { readonly pointer: string; readonly message: string }[] {
  try {
    parse(fraud);
  } catch (error) {
    if (error instanceof ConfigError) return error.issues;
    throw error;
  }
  return [];
}

describe('fraud rules', () => {
  test('are there without being declared, and none where none are wanted', () => {
    expect(parse(undefined).fraud.rules.map(({ name }) => name)).toEqual([
      ...['velocity-ip', 'velocity-email', 'velocity-card', 'address-mismatch-billing-and-shipping'],
      ...['address-mismatch-billing-and-card', 'disposable-mail'],
      ...['provider-score-elevated', 'provider-score-highest'],
    ]);
    expect(parse({ rules: [] }).fraud).toEqual({ rules: [], thresholds: { review: 50, block: 80 } });
  });

  test('come out of their declaration as they went in', () => {
    const fraud: Config['fraud'] = {
      rules: [
        { kind: 'velocity', by: 'card', count: 3, withinMinutes: 90, points: 50, name: 'cards' },
        { kind: 'amount', from: { EUR: 100_000 }, points: 20, name: 'amount' },
        { kind: 'country', of: 'card', countries: ['US'], points: 5, name: 'country-card' },
      ],
      thresholds: { review: 20, block: 60 },
    };
    expect(declareConfig(parse(fraud)).fraud).toEqual(fraud);
  });

  test.each([
    [{ kind: 'velocity', points: 1, by: 'ip', count: 2 }, '/fraud/rules/0', 'needs "withinMinutes"'],
    [{ kind: 'amount', points: 1 }, '/fraud/rules/0', 'needs "from"'],
    [{ kind: 'amount', points: 1, from: 5 }, '/fraud/rules/0/from', 'by currency'],
    [{ kind: 'amount', points: 1, from: { EUX: 5 } }, '/fraud/rules/0/from/EUX', '"EUX"'],
    [{ kind: 'provider-score', points: 1, from: { EUR: 5 } }, '/fraud/rules/0/from', 'one number'],
    [{ kind: 'disposable-mail', points: 1, by: 'ip' }, '/fraud/rules/0/by', 'does not go with'],
    [{ kind: 'disposable-mail', points: 0 }, '/fraud/rules/0/points', '1'],
    [{ kind: 'country', of: 'card', countries: ['us'], points: 1 }, '/fraud/rules/0/countries/0', 'ISO 3166'],
  ])('%j is refused at %s', (rule, pointer, message) => {
    expect(faultsOf({ rules: [rule] })).toContainEqual({
      pointer,
      message: expect.stringContaining(message),
    });
  });

  test('of one name are refused, and thresholds in the wrong order', () => {
    const rule = { kind: 'disposable-mail', points: 1 };
    expect(faultsOf({ rules: [rule, rule], thresholds: { review: 90 } })).toEqual([
      { pointer: '/fraud/rules/1', message: expect.stringContaining('"disposable-mail" like rule 0') },
      { pointer: '/fraud/thresholds/review', message: expect.stringContaining('80') },
    ]);
  });
});
