import type { CartKey } from '../cart/cart-state.ts';
import type { CartPayment, CompletedCart, Storefront } from '../headlesspro/storefront.js';
import { ApiError, ConnectionError } from '../headlesspro/storefront.js';

/** Why a payment did not become an order: a code that the texts have words for, and what was said of it. */
export interface PaymentFault {
  readonly code: string;
}

/** What came of trying to complete a cart. */
export type Completion =
  | { readonly kind: 'ordered'; readonly completed: CompletedCart }
  /** Not known yet. `redirectUrl` is where the shopper can go on. */
  | { readonly kind: 'pending'; readonly redirectUrl: string | null }
  | { readonly kind: 'failed'; readonly fault: PaymentFault }
  /** This was not even asked: the network, or the server, is not there. */
  | { readonly kind: 'unreached'; readonly error: Error };

const faults: Readonly<Record<string, string>> = {
  payment_mismatch: 'mismatch',
  payment_refused: 'refused',
  cart_not_ready: 'not_ready',
  out_of_stock: 'not_ready',
  promotion_used_up: 'not_ready',
  payment_provider_failed: 'unavailable',
  payment_provider_refused: 'other',
  payment_method_unavailable: 'unavailable',
  provider_not_configured: 'unavailable',
};

export function faultOf(error: unknown): PaymentFault | undefined {
  if (ApiError.is(error, 'payment_failed')) return { code: error.details.reason };
  if (!ApiError.is(error)) return undefined;
  const code = faults[error.code];
  return code === undefined ? undefined : { code };
}

/** Makes the cart an order if it is paid. Asking twice makes one order. */
export async function completeCart(
  api: Storefront,
  { id, token }: CartKey,
  paymentId: string | undefined,
): Promise<Completion> {
  try {
    const completed = await api.checkout.carts.complete(id, {
      cartToken: token,
      ...(paymentId === undefined ? {} : { paymentId }),
    });
    return { kind: 'ordered', completed };
  } catch (error) {
    if (ApiError.is(error, 'payment_pending')) {
      return { kind: 'pending', redirectUrl: error.details.redirectUrl };
    }
    if (ApiError.is(error, 'idempotency_in_progress')) return { kind: 'pending', redirectUrl: null };
    const fault = faultOf(error);
    if (fault) return { kind: 'failed', fault };
    if (ConnectionError.is(error) || (ApiError.is(error) && error.status >= 500)) {
      return { kind: 'unreached', error };
    }
    throw error;
  }
}

/** Begins a payment; where the cart is paid already, says with which. */
export async function startPayment(
  api: Storefront,
  { id, token }: CartKey,
  way: { readonly provider: string; readonly method: string | null },
  addresses: { readonly returnUrl: string; readonly cancelUrl: string },
): Promise<CartPayment | { readonly paymentId: string }> {
  const { provider, method } = way;
  try {
    return await api.checkout.carts.startPayment(id, {
      ...{ cartToken: token, provider, ...addresses },
      ...(method === null ? {} : { method }),
    });
  } catch (error) {
    if (ApiError.is(error, 'payment_authorized')) return { paymentId: error.details.paymentId };
    throw error;
  }
}
