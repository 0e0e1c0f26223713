import { normalMoney } from '../money/money.ts';
import type { PurchaseUnit } from './order.ts';
import type { PurchaseUnitRequest } from './schemas.ts';

/** A checked purchase unit with what PayPal fills in: its reference, and amounts with all of their decimals. */
export function normalUnit(unit: PurchaseUnitRequest): PurchaseUnit {
  const { breakdown, ...amount } = unit.amount;
  const parts = Object.entries(breakdown ?? {}).map(([part, money]) => [part, normalMoney(money, part)]);
  return {
    ...unit,
    reference_id: unit.reference_id ?? 'default',
    amount: {
      ...normalMoney(amount, '/amount'),
      ...(breakdown ? { breakdown: Object.fromEntries(parts) } : {}),
    },
    ...(unit.items ? { items: unit.items.map(normalItem) } : {}),
  };
}

type Item = NonNullable<PurchaseUnitRequest['items']>[number];

function normalItem(item: Item): Item {
  return {
    ...item,
    unit_amount: normalMoney(item.unit_amount, '/unit_amount'),
    ...(item.tax ? { tax: normalMoney(item.tax, '/tax') } : {}),
  };
}
