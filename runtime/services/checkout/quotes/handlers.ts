import type { HandlersOf } from '../../../context/service.ts';
import type { CheckoutOperations } from '../../../contract/checkout/index.ts';
import type { CheckoutPorts } from '../ports.ts';
import { quoteSale } from './quote-sale.ts';

export function quoteHandlers(
  ports: CheckoutPorts,
): Pick<HandlersOf<CheckoutOperations>, 'checkout.quotes.calculate'> {
  return {
    async 'checkout.quotes.calculate'(context, input) {
      return quoteSale(context, input, ports);
    },
  };
}
