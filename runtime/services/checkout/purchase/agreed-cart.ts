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
  /** Payments that the fraud rules blocked: each is kept there once, whoever completes the cart. */
  readonly blockedPaymentIds: readonly string[];
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
  const before = await store.get(agreedCarts, id, { lock: true });
  const blockedPaymentIds = before?.blockedPaymentIds ?? [];
  const agreement = { id, cartVersion: cart.version, cart, remoteAddress, blockedPaymentIds };
  if (before) await store.update(agreedCarts, id, (current) => ({ ...current, ...agreement }));
  else await store.insert(agreedCarts, agreement);
}

/** Marks a payment of a cart as blocked: undefined where it was before, else what was agreed on. */
export async function markBlocked(
  { store }: Context,
  cartId: string,
  paymentId: string,
): Promise<AgreedCart | undefined> {
  const id = agreementId(cartId);
  const agreement = await store.get(agreedCarts, id, { lock: true });
  if (!agreement || agreement.blockedPaymentIds.includes(paymentId)) return undefined;
  return store.update(agreedCarts, id, (current) => ({
    ...current,
    blockedPaymentIds: [...current.blockedPaymentIds, paymentId],
  }));
}

/** What was agreed on last: the cart may have changed since. */
export function lastAgreement({ store }: Context, cartId: string): Promise<AgreedCart | undefined> {
  return store.get(agreedCarts, agreementId(cartId));
}
