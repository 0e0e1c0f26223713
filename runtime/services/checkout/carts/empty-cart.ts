import type { NewDocument } from '../../../store/port.ts';
import type { StoredCart } from './stored-cart.ts';

/** A cart of nobody that holds nothing. Where it is sold, and who reaches it, is for whoever makes one. */
export const emptyCart = {
  ...{ state: 'active', customerId: null, customerGroup: null, isTaxExempt: false, email: null, note: null },
  ...{ lines: [], codes: [], shippingAddress: null, billingAddress: null, shippingMethod: null },
  ...{ reservations: [], checkoutExpiresAt: null, abandonedAt: null, orderId: null, dueAt: null },
} as const satisfies Partial<NewDocument<StoredCart>>;
