import { expect, test } from 'vitest';
import { formatMoney as platformMoney } from '../../runtime/locale/index.ts';
import { formatMoney as storefrontMoney } from '../../templates/react/src/money/format-money.ts';

test('the storefront shows an amount of any currency as the platform does', () => {
  for (const currency of Intl.supportedValuesOf('currency')) {
    const money = { amount: 1234567, currency };
    expect(storefrontMoney(money, 'en')).toBe(platformMoney(money, 'en'));
  }
});
