import { faultsOfAddress } from '../addresses/check-address.ts';
import type { EvaluatedCart } from './evaluate-cart.ts';
import { presentCart } from './present-cart.ts';
import type { CartProblem } from './stored-cart.ts';

function missing(field: string, code: string, message: string, hint: string): CartProblem {
  return { pointer: `/${field}`, code, message, hint, blocks: 'completion' };
}

async function addressProblems(
  { cart, needsShipping }: EvaluatedCart,
  field: 'shippingAddress' | 'billingAddress',
): Promise<CartProblem[]> {
  const address = cart[field];
  if (address) {
    const faults = await faultsOfAddress(address);
    return faults.map(({ field: name, code, message, hint }) => ({
      ...{ pointer: `/${field}/${name}`, code, message, hint, blocks: 'completion' },
    }));
  }
  // Where nothing is sent, the billing address says where the customer is.
  const isNeeded = field === 'shippingAddress' ? needsShipping : !needsShipping;
  if (!isNeeded) return [];
  const what = field === 'shippingAddress' ? 'shipping address' : 'billing address';
  const code = field === 'shippingAddress' ? 'shipping_address_missing' : 'billing_address_missing';
  return [missing(field, code, `The ${what} is missing.`, `Set "${field}" with checkout.carts.update.`)];
}

function shippingProblems({ cart, needsShipping, shipping }: EvaluatedCart): CartProblem[] {
  if (!needsShipping || shipping) return [];
  const hint = 'Choose one that checkout.carts.listShippingMethods lists.';
  if (cart.shippingMethod === null) {
    return [missing('shippingMethod', 'shipping_method_missing', 'No shipping method is chosen.', hint)];
  }
  const message = `The shipping method "${cart.shippingMethod}" can not deliver this cart.`;
  return [missing('shippingMethod', 'shipping_unavailable', message, hint)];
}

/** Everything that is not right with a cart, at once. */
export async function cartProblems(evaluated: EvaluatedCart): Promise<CartProblem[]> {
  const { cart, lines } = evaluated;
  const empty: CartProblem = {
    ...{ pointer: '/lines', code: 'cart_empty', message: 'The cart is empty.' },
    ...{ hint: 'Put something into it with checkout.carts.addLines.', blocks: 'checkout' },
  };
  const codes = presentCart(evaluated).codes.flatMap(({ code, reason }, index): CartProblem[] =>
    reason === null
      ? []
      : [
          {
            ...{ pointer: `/codes/${index}`, code: 'code_not_applied', message: `${code}: ${reason}` },
            ...{ hint: 'Take the code out, or do what it asks for.', blocks: 'nothing' },
          },
        ],
  );
  const email =
    cart.email === null
      ? [
          missing(
            'email',
            'email_missing',
            'The e-mail address is missing.',
            'Set "email" with checkout.carts.update.',
          ),
        ]
      : [];
  return [
    ...(lines.length === 0 ? [empty] : lines.flatMap(({ problems }) => problems)),
    ...codes,
    ...email,
    ...(await addressProblems(evaluated, 'shippingAddress')),
    ...(await addressProblems(evaluated, 'billingAddress')),
    ...shippingProblems(evaluated),
  ];
}
