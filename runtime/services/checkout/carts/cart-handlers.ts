import type { HandlersOf } from '../../../context/service.ts';
import type { CheckoutOperations } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPage } from '../../../lists/index.ts';
import type { CheckoutPorts } from '../ports.ts';
import { checkedSettings } from './cart-settings.ts';
import { requireChangeable } from './cart-states.ts';
import { claimCart } from './claim-cart.ts';
import { createCart } from './create-cart.ts';
import { mergeCarts } from './merge-carts.ts';
import { openCart } from './open-cart.ts';
import { carts } from './stored-cart.ts';
import { changeCart, shownCart } from './write-cart.ts';

type CartOperation = `checkout.carts.${'create' | 'get' | 'list' | 'update' | 'delete' | 'merge' | 'claim'}`;

/** Handlers of whole carts, in the contract's order. */
export function cartHandlers(ports: CheckoutPorts): Pick<HandlersOf<CheckoutOperations>, CartOperation> {
  return {
    async 'checkout.carts.create'(context, input) {
      return createCart(context, input, ports);
    },

    async 'checkout.carts.get'(context, key) {
      return shownCart(context, await openCart(context, key), ports);
    },

    async 'checkout.carts.list'(context, { customerId, state, ...page }) {
      if (customerId !== undefined && state !== undefined) {
        throw problem(problems.invalidFilter, {
          detail: 'Carts are listed by customer or by state, not by both.',
          errors: [{ pointer: '/state', message: 'does not go with "customerId".' }],
        });
      }
      const group = customerId === undefined ? undefined : `customer:${customerId}`;
      const range = {
        index: 'byUpdated',
        where: { group: group ?? (state === undefined ? '*' : `state:${state}`) },
        direction: 'descending' as const,
      };
      const found = await listPage(context, 'checkout.carts.list', carts, range, page);
      const data = await Promise.all(found.data.map((cart) => shownCart(context, cart, ports)));
      return { ...found, data };
    },

    async 'checkout.carts.update'(context, { cartId, cartToken, ...settings }) {
      const cart = await openCart(context, { cartId, cartToken }, { lock: true });
      requireChangeable(cart, 'settings');
      return changeCart(context, cart, await checkedSettings(context, settings), ports);
    },

    async 'checkout.carts.delete'(context, { cartId }) {
      const cart = await openCart(context, { cartId }, { lock: true });
      // One in checkout holds stock; a completed one is part of an order.
      if (cart.state !== 'abandoned') requireChangeable(cart, 'lines');
      await context.store.delete(carts, cartId, { expectedVersion: context.expectedVersion });
      await context.emit('cart.deleted', cartId, { id: cartId });
      return null;
    },

    async 'checkout.carts.merge'(context, { cartId, cartToken, fromCartId, fromCartToken }) {
      const from = { cartId: fromCartId, cartToken: fromCartToken };
      return mergeCarts(context, { cartId, cartToken }, from, ports);
    },

    async 'checkout.carts.claim'(context, claim) {
      return claimCart(context, claim, ports);
    },
  };
}
