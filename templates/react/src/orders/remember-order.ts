import type { CartKey } from '../cart/cart-state.ts';
import { completeCart } from '../checkout/pay.ts';
import type { Storefront } from '../headlesspro/storefront.js';
import { KnownOrders } from './known-orders.ts';

/** Finds out which order a completed cart became: asking to complete it again makes no second one. */
export async function rememberOrder(api: Storefront, storeUrl: string, key: CartKey): Promise<void> {
  const completion = await completeCart(api, key, undefined);
  if (completion.kind !== 'ordered') return;
  const { order } = completion.completed;
  new KnownOrders(storeUrl).remember({ id: order.id, token: key.token, payment: null });
}
