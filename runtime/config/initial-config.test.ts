import { expect, test } from 'vitest';
import { initialConfig, withLaterSettings } from './initial-config.ts';

test('a configuration that was stored before carts existed gets their defaults', () => {
  const {
    carts: _carts,
    taxes: _taxes,
    shipping: _shipping,
    timeZone: _timeZone,
    company: _company,
    mail: _mail,
    ...stored
  } = initialConfig();
  expect(withLaterSettings(stored)).toEqual(initialConfig());
});

test('a configuration that has them keeps them', () => {
  const stored = { ...initialConfig(), carts: { abandonedAfterSeconds: 60 } };
  expect(withLaterSettings(stored)).toEqual(stored);
});
