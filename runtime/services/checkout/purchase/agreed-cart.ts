import type { Context } from '../../../context/context.ts';
import { collection, type StoredDocument } from '../../../store/port.ts';
import type { Cart, StoredCart } from '../carts/stored-cart.ts';

/**
 * A cart as the shopper saw it when the payment began: what is paid is what is sold, also where prices change while
 * the shopper is at the provider's page.
 */
interface AgreedCart extends StoredDocument {
  /** Of the cart: a change after that is another agreement. */
  readonly cartVersion: number;
  readonly cart: Cart;
}

export const agreedCarts = collection<AgreedCart>({ name: 'agreed_carts', indexes: {} });

/** One a cart: the latest. */
function agreementId(cartId: string): string {
  return `agreed_${cartId.slice(cartId.lastIndexOf('_') + 1)}`;
}

/** Keeps what the shopper and the store agree on, in the place of what they agreed on before. */
export async function keepAgreed({ store }: Context, cart: Cart): Promise<void> {
  const id = agreementId(cart.id);
  const agreement = { id, cartVersion: cart.version, cart };
  const before = await store.get(agreedCarts, id, { lock: true });
  if (before) await store.update(agreedCarts, id, (current) => ({ ...current, ...agreement }));
  else await store.insert(agreedCarts, agreement);
}

/** What was agreed on, where the cart has not changed since. */
export async function agreedOn({ store }: Context, cart: StoredCart): Promise<Cart | undefined> {
  const agreement = await store.get(agreedCarts, agreementId(cart.id));
  return agreement?.cartVersion === cart.version ? agreement.cart : undefined;
}
