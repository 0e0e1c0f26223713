import type { Money } from '@paypal/paypal-server-sdk';
import { paymentProblems } from '../../contract/payments/index.ts';
import { problem } from '../../contract/problem.ts';
import { currencyExponent } from '../../money/index.ts';

/** Currencies that PayPal takes whole amounts of alone, though they have two digits by ISO 4217. */
const wholeAtPaypal: readonly string[] = ['HUF', 'TWD'];

/**
 * Minor units as PayPal writes them: 1999 EUR is `19.99`, 1999 JPY is `1999`.
 * @throws {Problem} `payment_provider_refused` for parts of a forint or Taiwan dollar, which PayPal doesn't take.
 */
export function paypalMoney(amount: number, currency: string): Money {
  const exponent = currencyExponent(currency);
  const digits = String(amount).padStart(exponent + 1, '0');
  const [whole, fraction] = [
    digits.slice(0, digits.length - exponent),
    digits.slice(digits.length - exponent),
  ];
  if (!wholeAtPaypal.includes(currency)) {
    return { currencyCode: currency, value: exponent === 0 ? digits : `${whole}.${fraction}` };
  }
  if (/[1-9]/.test(fraction)) {
    throw problem(paymentProblems.providerRefused, {
      detail: `PayPal takes whole amounts of ${currency} alone, not ${whole}.${fraction}.`,
      details: { provider: 'paypal', providerCode: 'DECIMAL_PRECISION' },
    });
  }
  return { currencyCode: currency, value: whole };
}

/** `19.99` EUR in minor units. 0 where there is no amount. */
export function minorUnitsOf(money: Money | undefined): number {
  if (!money) return 0;
  const exponent = currencyExponent(money.currencyCode);
  const [whole = '0', fraction = ''] = money.value.split('.');
  return Number(`${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`);
}
