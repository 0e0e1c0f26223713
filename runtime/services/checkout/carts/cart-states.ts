import { checkoutProblems } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import type { CartState } from './stored-cart.ts';

/** The life of a cart, as data: the diagram in the documentation is drawn from it. */
export const cartMoves = [
  {
    ...{ from: 'active', to: 'checkout', operation: 'checkout.carts.beginCheckout', by: 'caller' },
    ...{
      guard: 'nothing blocks the checkout, and all stock can be reserved',
      event: 'cart.checkout_started',
    },
  },
  {
    ...{ from: 'checkout', to: 'active', operation: 'checkout.carts.leaveCheckout', by: 'caller' },
    ...{ guard: 'none: stock is released', event: 'cart.checkout_left' },
  },
  {
    ...{ from: 'checkout', to: 'active', operation: 'expire', by: 'clock' },
    ...{ guard: '`checkoutExpiresAt` has passed: stock is released', event: 'cart.checkout_expired' },
  },
  {
    ...{ from: 'checkout', to: 'completed', operation: 'checkout.carts.complete', by: 'caller' },
    ...{ guard: 'nothing blocks it, and it is paid: stock is committed', event: 'cart.completed' },
  },
  {
    ...{ from: 'active', to: 'abandoned', operation: 'abandon', by: 'clock' },
    ...{ guard: 'it was left alone for too long', event: 'cart.abandoned' },
  },
  {
    ...{ from: 'checkout', to: 'abandoned', operation: 'abandon', by: 'clock' },
    ...{ guard: 'it was left alone for too long: stock is released', event: 'cart.abandoned' },
  },
  {
    ...{ from: 'abandoned', to: 'active', operation: 'checkout.carts.resume', by: 'caller' },
    ...{ guard: 'none', event: 'cart.resumed' },
  },
] as const satisfies readonly {
  from: CartState;
  to: CartState;
  operation: string;
  by: 'caller' | 'clock';
  guard: string;
  event: string;
}[];

export type CartMove = (typeof cartMoves)[number];

/** In which states what a cart holds may be changed, beside its moves. */
const changes = {
  lines: ['active'],
  settings: ['active', 'checkout'],
} as const satisfies Record<string, readonly CartState[]>;

function refuse({ id, state }: { readonly id: string; readonly state: CartState }, what: string): never {
  const allowed = cartMoves.filter(({ from, by }) => from === state && by === 'caller');
  const operations = allowed.map(({ operation }) => operation);
  throw problem(checkoutProblems.cartState, {
    detail: `Cart ${id} is in the state "${state}", so ${what} is not possible. ${
      operations.length > 0 ? `It allows ${operations.join(' and ')}.` : 'Nothing more can be done with it.'
    }`,
    details: { state, allowed: operations },
  });
}

/** Where a move leads. Throws `cart_state` where the state doesn't allow it. */
export function moveCart(
  cart: { readonly id: string; readonly state: CartState },
  operation: CartMove['operation'],
): CartMove {
  const move = cartMoves.find((row) => row.from === cart.state && row.operation === operation);
  return move ?? refuse(cart, operation);
}

/** Throws `cart_state` where the cart's lines, or its settings, can't be changed now. */
export function requireChangeable(
  cart: { readonly id: string; readonly state: CartState },
  what: keyof typeof changes,
): void {
  const states: readonly CartState[] = changes[what];
  if (!states.includes(cart.state)) refuse(cart, `changing its ${what}`);
}
