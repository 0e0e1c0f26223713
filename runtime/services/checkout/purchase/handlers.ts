import type { HandlersOf } from '../../../context/service.ts';
import type { CheckoutOperations } from '../../../contract/checkout/index.ts';
import type { CheckoutPorts } from '../ports.ts';
import { completeCart } from './complete-cart.ts';
import { startPayment } from './start-payment.ts';

type PurchaseOperation = `checkout.carts.${'startPayment' | 'complete'}`;

export function purchaseHandlers(
  ports: CheckoutPorts,
): Pick<HandlersOf<CheckoutOperations>, PurchaseOperation> {
  return {
    async 'checkout.carts.startPayment'(context, input) {
      return startPayment(context, input, ports);
    },

    async 'checkout.carts.complete'(context, { paymentId, ...key }) {
      return completeCart(context, key, paymentId, ports);
    },
  };
}
