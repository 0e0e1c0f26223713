import { addressOperations } from './addresses.ts';
import { cartEvents } from './cart-events.ts';
import { cartOperations, cartResources } from './carts.ts';
import { claimOperations } from './claims.ts';
import { promotionEvents, promotionOperations, promotionResource } from './promotions.ts';
import { purchaseOperations } from './purchase.ts';
import { saleQuoteOperations } from './quotes.ts';

export { checkoutProblems } from './problems.ts';

/** Carts, promotions, and what stands between a cart and an order. */
export function checkoutContract() {
  return {
    operations: {
      ...cartOperations,
      ...claimOperations,
      ...purchaseOperations,
      ...addressOperations,
      ...promotionOperations,
      ...saleQuoteOperations,
    },
    resources: [...cartResources, promotionResource],
    events: [...cartEvents, ...promotionEvents],
  };
}

export type CheckoutOperations = ReturnType<typeof checkoutContract>['operations'];
