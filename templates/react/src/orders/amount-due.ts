import type { Order } from '../headlesspro/storefront.js';

/** What the shopper has to pay still, in minor units: what is authorized is as good as paid. */
export function amountDue({ state, balance, authorized }: Order): number {
  return state === 'cancelled' ? 0 : Math.max(0, balance.amount - authorized.amount);
}
