import { useNavigate } from 'react-router';
import { useCart } from '../cart/cart-context.ts';
import type { CartKey } from '../cart/cart-state.ts';
import { links } from '../catalog/links.ts';
import { KnownOrders } from '../orders/known-orders.ts';
import { useStore } from '../store/store-context.ts';
import { savedDraft } from './use-saved-draft.ts';

/** What is left to do when a cart has become an order: keep what opens it, forget the rest, say thank you. */
export function useFinish() {
  const { url } = useStore();
  const { session } = useCart();
  const navigate = useNavigate();
  return async (orderId: string, { token }: CartKey, payment: string | null) => {
    new KnownOrders(url).remember({ id: orderId, token, payment });
    await navigate(links.confirmation(orderId), { replace: true });
    savedDraft(url).remove();
    session.forget();
  };
}
