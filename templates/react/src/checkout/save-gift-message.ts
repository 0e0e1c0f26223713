import type { CartSession } from '../cart/cart-session.ts';
import type { Cart, Storefront } from '../headlesspro/storefront.js';

/** One message for the parcel: the platform keeps it with each line, because each may leave by itself. */
export async function saveGiftMessage(
  api: Storefront,
  session: CartSession,
  cart: Cart,
  giftMessage: string | null,
): Promise<Cart | undefined> {
  let saved: Cart | undefined;
  for (const { id, giftMessage: before, requiresShipping } of cart.lines) {
    if (!requiresShipping || before === giftMessage) continue;
    saved = await session.perform(({ cartId, cartToken }) =>
      api.checkout.carts.updateLine(cartId, id, { cartToken, giftMessage }),
    );
  }
  return saved;
}
