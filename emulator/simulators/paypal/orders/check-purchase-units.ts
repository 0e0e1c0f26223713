import { unprocessable } from '../http/paypal-error.ts';
import { type Money, minorUnits } from '../money/money.ts';
import type { PurchaseUnitRequest } from './schemas.ts';

type Breakdown = NonNullable<PurchaseUnitRequest['amount']['breakdown']>;

/** Which parts of a breakdown add to the amount, and which take from it. */
const signs: Readonly<Record<keyof Breakdown, 1 | -1>> = {
  ...{ item_total: 1, tax_total: 1, shipping: 1, handling: 1, insurance: 1 },
  ...{ shipping_discount: -1, discount: -1 },
};
const parts = [
  'item_total',
  'tax_total',
  'shipping',
  'handling',
  'insurance',
  'shipping_discount',
  'discount',
] as const;

function checkCurrency(money: Money, currency: string, field: string): number {
  if (money.currency_code !== currency) {
    throw unprocessable('CURRENCY_MISMATCH', { field: `${field}/currency_code`, value: money.currency_code });
  }
  return minorUnits(money, field);
}

function checkBreakdown(amount: PurchaseUnitRequest['amount'], field: string): void {
  const { breakdown } = amount;
  if (!breakdown) return;
  const sum = parts.reduce((total, part) => {
    const money = breakdown[part];
    if (!money) return total;
    return total + signs[part] * checkCurrency(money, amount.currency_code, `${field}/breakdown/${part}`);
  }, 0);
  if (sum !== minorUnits(amount, field)) {
    throw unprocessable('AMOUNT_MISMATCH', { field: `${field}/value`, value: amount.value });
  }
}

function checkItems(unit: PurchaseUnitRequest, field: string): void {
  const { items = [], amount } = unit;
  if (items.length === 0) return;
  const currency = amount.currency_code;
  const breakdownField = `${field}/amount/breakdown`;
  const { item_total: itemTotal, tax_total: taxTotal } = amount.breakdown ?? {};
  if (!itemTotal) throw unprocessable('ITEM_TOTAL_REQUIRED', { field: `${breakdownField}/item_total` });
  const sumOf = (name: 'unit_amount' | 'tax') =>
    items.reduce((total, item, index) => {
      const money = item[name];
      if (!money) return total;
      return (
        total + Number(item.quantity) * checkCurrency(money, currency, `${field}/items/${index}/${name}`)
      );
    }, 0);
  if (sumOf('unit_amount') !== minorUnits(itemTotal, `${breakdownField}/item_total`)) {
    throw unprocessable('ITEM_TOTAL_MISMATCH', {
      field: `${breakdownField}/item_total/value`,
      value: itemTotal.value,
    });
  }
  if (!items.some(({ tax }) => tax)) return;
  if (!taxTotal) throw unprocessable('TAX_TOTAL_REQUIRED', { field: `${breakdownField}/tax_total` });
  if (sumOf('tax') !== minorUnits(taxTotal, `${breakdownField}/tax_total`)) {
    throw unprocessable('TAX_TOTAL_MISMATCH', {
      field: `${breakdownField}/tax_total/value`,
      value: taxTotal.value,
    });
  }
}

function checkReferences(units: readonly PurchaseUnitRequest[]): void {
  if (units.length === 1) return;
  const seen = new Set<string>();
  for (const [index, { reference_id: reference }] of units.entries()) {
    const field = `/purchase_units/${index}/reference_id`;
    if (reference === undefined) throw unprocessable('REFERENCE_ID_REQUIRED', { field });
    if (seen.has(reference)) throw unprocessable('DUPLICATE_REFERENCE_ID', { field, value: reference });
    seen.add(reference);
  }
}

/**
 * Amounts must add up, and several units must be told apart.
 *
 * @throws {PayPalError} 422 with the first rule that is broken.
 */
export function checkPurchaseUnits(units: readonly PurchaseUnitRequest[]): void {
  checkReferences(units);
  for (const [index, unit] of units.entries()) {
    const field = `/purchase_units/${index}`;
    if (minorUnits(unit.amount, `${field}/amount`) === 0) {
      throw unprocessable('CANNOT_BE_ZERO_OR_NEGATIVE', {
        field: `${field}/amount/value`,
        value: unit.amount.value,
      });
    }
    checkBreakdown(unit.amount, `${field}/amount`);
    checkItems(unit, field);
  }
}
