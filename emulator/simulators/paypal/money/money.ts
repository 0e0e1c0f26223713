import { unprocessable } from '../http/paypal-error.ts';

/** An amount on PayPal's wire: a decimal string with as many decimals as the currency has. */
export interface Money {
  readonly currency_code: string;
  readonly value: string;
}

/** The currencies that PayPal settles in, with their decimals. HUF and TWD have none at PayPal, unlike in ISO 4217. */
const decimals: Readonly<Record<string, number>> = {
  ...{
    AUD: 2,
    BRL: 2,
    CAD: 2,
    CHF: 2,
    CNY: 2,
    CZK: 2,
    DKK: 2,
    EUR: 2,
    GBP: 2,
    HKD: 2,
    ILS: 2,
    MXN: 2,
    MYR: 2,
  },
  ...{ NOK: 2, NZD: 2, PHP: 2, PLN: 2, SEK: 2, SGD: 2, THB: 2, USD: 2, HUF: 0, JPY: 0, TWD: 0 },
};

function decimalsOf(currency: string): number {
  return decimals[currency] ?? 2;
}

/**
 * The amount in the currency's smallest unit.
 *
 * @param field JSON pointer to the amount in the request, for the error.
 * @throws {PayPalError} `INVALID_CURRENCY_CODE`, `DECIMAL_PRECISION`
 */
export function minorUnits({ currency_code, value }: Money, field: string): number {
  const places = decimals[currency_code];
  if (places === undefined) {
    throw unprocessable('INVALID_CURRENCY_CODE', { field: `${field}/currency_code`, value: currency_code });
  }
  const [whole = '', fraction = ''] = value.split('.');
  // `10.00` JPY is refused as well: what counts is what is written.
  if (fraction.length > places) throw unprocessable('DECIMAL_PRECISION', { field: `${field}/value`, value });
  return Number(whole + fraction.padEnd(places, '0'));
}

/** `moneyOf('USD', 1999)` is `19.99`; `moneyOf('JPY', 1999)` is `1999`. */
export function moneyOf(currency_code: string, minor: number): Money {
  const places = decimalsOf(currency_code);
  const digits = String(Math.abs(minor)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = places === 0 ? '' : `.${digits.slice(-places)}`;
  return { currency_code, value: `${minor < 0 ? '-' : ''}${whole}${fraction}` };
}

/** The same amount as PayPal writes it: `10` USD comes back as `10.00`. */
export function normalMoney(money: Money, field: string): Money {
  return moneyOf(money.currency_code, minorUnits(money, field));
}

/** What `whole` units of a currency are in its smallest unit. */
export function unitsOf(currency: string, whole: number): number {
  return Math.round(whole * 10 ** decimalsOf(currency));
}
