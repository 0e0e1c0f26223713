import { ApiError, type Cart, type CreatedCart, type Storefront } from '../headlesspro/storefront.js';
import type { CartPreferences } from './cart-state.ts';

/**
 * A cart keeps the currency that it began with. So another currency is another cart, with everything that the first
 * holds: prices are the store's own in that currency, and what has none there says so on its line.
 */
export async function cartInCurrency(
  api: Storefront,
  cart: Cart,
  cartToken: string,
  preferences: CartPreferences,
): Promise<CreatedCart> {
  const { carts } = api.checkout;
  // Stock must not be held for two carts.
  if (cart.state === 'checkout') await carts.leaveCheckout(cart.id, { cartToken });
  const { country, email, note, shippingAddress, billingAddress } = cart;
  const created = await carts.create({
    ...{ ...preferences, country, email, note, shippingAddress, billingAddress },
    lines: cart.lines.map(({ variantId, quantity, customData, giftMessage }) => ({
      ...{ variantId, quantity, customData, giftMessage },
    })),
  });
  const key = { cartToken: created.token };
  let copy = created.cart;
  for (const { code } of cart.codes) {
    copy = await orAsItWas(copy, 'unknown_code', carts.addCode(copy.id, { ...key, code }));
  }
  if (cart.shippingMethod) {
    const method = cart.shippingMethod.key;
    copy = await orAsItWas(
      copy,
      'shipping_unavailable',
      carts.chooseShippingMethod(copy.id, { ...key, method }),
    );
  }
  return { cart: copy, token: created.token };
}

async function orAsItWas(
  cart: Cart,
  code: 'unknown_code' | 'shipping_unavailable',
  change: PromiseLike<Cart>,
): Promise<Cart> {
  try {
    return await change;
  } catch (error) {
    if (ApiError.is(error, code)) return cart;
    throw error;
  }
}
