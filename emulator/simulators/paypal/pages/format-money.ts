import { type Money, minorUnits, moneyOf } from '../money/money.ts';
import type { PurchaseUnit } from '../orders/order.ts';

/** With the digits that it is written with on the wire. */
export function formatMoney({ currency_code: currency, value }: Money): string {
  const digits = value.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat('en', {
    ...{ style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
  return format.format(Number(value));
}

/** Of all purchase units; they share a currency wherever a buyer is asked for one sum. */
export function totalsOf(units: readonly PurchaseUnit[]): Money[] {
  const totals = new Map<string, number>();
  for (const { amount } of units) {
    const { currency_code: currency } = amount;
    totals.set(currency, (totals.get(currency) ?? 0) + minorUnits(amount, '/amount'));
  }
  return [...totals].map(([currency, minor]) => moneyOf(currency, minor));
}
