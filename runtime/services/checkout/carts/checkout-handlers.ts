import type { HandlersOf } from '../../../context/service.ts';
import { type CheckoutOperations, checkoutProblems } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import type { CheckoutPorts } from '../ports.ts';
import { shippingOffer, shippingOffers } from '../shipping/shipping-options.ts';
import { cartProblems } from './cart-problems.ts';
import { moveCart, requireChangeable } from './cart-states.ts';
import { evaluateCart } from './evaluate-cart.ts';
import { performMove } from './move-cart.ts';
import { openCart } from './open-cart.ts';
import { presentOffer } from './present-cart.ts';
import { requireReady } from './require-ready.ts';
import { changeCart, shownCart } from './write-cart.ts';

type CheckoutOperation =
  `checkout.carts.${'listShippingMethods' | 'chooseShippingMethod' | 'validate' | 'beginCheckout' | 'leaveCheckout' | 'resume'}`;

/** Handlers of a cart's way to the checkout, in the contract's order. */
export function checkoutHandlers(
  ports: CheckoutPorts,
): Pick<HandlersOf<CheckoutOperations>, CheckoutOperation> {
  return {
    async 'checkout.carts.listShippingMethods'(context, key) {
      const { parcel, needsShipping } = await evaluateCart(context, await openCart(context, key), ports);
      const offers = needsShipping ? await shippingOffers(context, parcel, ports) : [];
      return { methods: offers.map((offer) => presentOffer(offer, parcel.currency)) };
    },

    async 'checkout.carts.chooseShippingMethod'(context, { method, ...key }) {
      const cart = await openCart(context, key, { lock: true });
      requireChangeable(cart, 'settings');
      if (method === null) return changeCart(context, cart, { shippingMethod: null }, ports);
      const { parcel, quotes } = await evaluateCart(context, cart, ports);
      if (!(await shippingOffer(context, method, parcel, ports))) {
        const place = parcel.destination.country ?? 'a country that is not known yet';
        const message = `"${method}" does not deliver this cart to ${place}.`;
        throw problem(checkoutProblems.shippingUnavailable, {
          detail: message,
          errors: [{ pointer: '/method', message }],
        });
      }
      return changeCart(context, cart, { shippingMethod: method }, ports, { quotes });
    },

    async 'checkout.carts.validate'(context, key) {
      const evaluated = await evaluateCart(context, await openCart(context, key), ports);
      const problems = await cartProblems(evaluated);
      return {
        canBeginCheckout: problems.every(({ blocks }) => blocks !== 'checkout'),
        canBeCompleted: problems.every(({ blocks }) => blocks === 'nothing'),
        problems,
      };
    },

    async 'checkout.carts.beginCheckout'(context, key) {
      const cart = await openCart(context, key, { lock: true });
      moveCart(cart, 'checkout.carts.beginCheckout');
      await requireReady(await evaluateCart(context, cart, ports), 'checkout');
      return shownCart(context, await performMove(context, cart, 'checkout.carts.beginCheckout'), ports);
    },

    async 'checkout.carts.leaveCheckout'(context, key) {
      const cart = await openCart(context, key, { lock: true });
      return shownCart(context, await performMove(context, cart, 'checkout.carts.leaveCheckout'), ports);
    },

    async 'checkout.carts.resume'(context, key) {
      const cart = await openCart(context, key, { lock: true });
      return shownCart(context, await performMove(context, cart, 'checkout.carts.resume'), ports);
    },
  };
}
