import type { Context } from '../../../context/context.ts';
import { collection, type StoredDocument } from '../../../store/port.ts';
import type { Cart } from '../carts/stored-cart.ts';

/**
 * A cart as the shopper saw it when the payment began: what is paid is what is sold, also where prices change while
 * the shopper is at the provider's page.
 */
export interface AgreedCart extends StoredDocument {
  /** Of the cart: a change after that is another agreement. */
  readonly cartVersion: number;
  readonly cart: Cart;
  /** Where the shopper asked from; null where a server or staff did. */
  readonly remoteAddress: string | null;
}

export const agreedCarts = collection<AgreedCart, 'cart' | 'remoteAddress'>({
  ...{ name: 'agreed_carts', sealed: { cart: true, remoteAddress: true }, indexes: {} },
});

/** One a cart: the latest. */
function agreementId(cartId: string): string {
  return `agreed_${cartId.slice(cartId.lastIndexOf('_') + 1)}`;
}

/** Keeps what the shopper and the store agree on, in the place of what they agreed on before. */
export async function keepAgreed({ store, actor }: Context, cart: Cart): Promise<void> {
  const id = agreementId(cart.id);
  const remoteAddress = actor.kind === 'publishable' ? (actor.remoteAddress ?? null) : null;
  const agreement = { id, cartVersion: cart.version, cart, remoteAddress };
  const before = await store.get(agreedCarts, id, { lock: true });
  if (before) await store.update(agreedCarts, id, (current) => ({ ...current, ...agreement }));
  else await store.insert(agreedCarts, agreement);
}

/** What was agreed on last: the cart may have changed since. */
export function lastAgreement({ store }: Context, cartId: string): Promise<AgreedCart | undefined> {
  return store.get(agreedCarts, agreementId(cartId));
}
