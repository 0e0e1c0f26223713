import type { HandlersOf } from '../../../context/service.ts';
import { type CheckoutOperations, checkoutProblems } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { CheckoutPorts } from '../ports.ts';
import { normalizedCode, promotions } from '../promotions/collections.ts';
import { requireChangeable } from './cart-states.ts';
import { mergeLines } from './merge-lines.ts';
import { newLines } from './new-lines.ts';
import { openCart } from './open-cart.ts';
import type { StoredCart, StoredLine } from './stored-cart.ts';
import { changeCart } from './write-cart.ts';

type LineOperation = `checkout.carts.${'addLines' | 'updateLine' | 'removeLine' | 'addCode' | 'removeCode'}`;

const mostCodes = 20;

function requireLine(cart: StoredCart, lineId: string): StoredLine {
  const line = cart.lines.find(({ id }) => id === lineId);
  if (!line) throw problem(problems.notFound, { detail: `The cart ${cart.id} has no line ${lineId}.` });
  return line;
}

/** Handlers of what lies in a cart, in the contract's order. */
export function lineHandlers(ports: CheckoutPorts): Pick<HandlersOf<CheckoutOperations>, LineOperation> {
  return {
    async 'checkout.carts.addLines'(context, { lines, ...key }) {
      const cart = await openCart(context, key, { lock: true });
      requireChangeable(cart, 'lines');
      const added = await newLines(context, cart, lines);
      return changeCart(context, cart, { lines: mergeLines(cart.lines, added) }, ports);
    },

    async 'checkout.carts.updateLine'(context, { cartId, cartToken, lineId, ...changes }) {
      const cart = await openCart(context, { cartId, cartToken }, { lock: true });
      requireChangeable(cart, 'lines');
      const line = requireLine(cart, lineId);
      const changed: StoredLine = {
        ...line,
        quantity: changes.quantity ?? line.quantity,
        customData: changes.customData ?? line.customData,
        giftMessage: changes.giftMessage === undefined ? line.giftMessage : changes.giftMessage,
      };
      // A line that became the same as another is one with it.
      const lines = mergeLines(
        cart.lines.map((other) => (other.id === lineId ? changed : other)),
        [],
      );
      return changeCart(context, cart, { lines }, ports);
    },

    async 'checkout.carts.removeLine'(context, { lineId, ...key }) {
      const cart = await openCart(context, key, { lock: true });
      requireChangeable(cart, 'lines');
      requireLine(cart, lineId);
      return changeCart(context, cart, { lines: cart.lines.filter(({ id }) => id !== lineId) }, ports);
    },

    async 'checkout.carts.addCode'(context, { code: given, ...key }) {
      const cart = await openCart(context, key, { lock: true });
      requireChangeable(cart, 'settings');
      const code = normalizedCode(given);
      const promotion = await context.store.find(promotions, 'byCode', { code });
      // A draft is nothing that a shopper may learn of.
      if (!promotion || promotion.status === 'draft') {
        const message = `"${given}" is not a code of this store.`;
        throw problem(checkoutProblems.unknownCode, {
          detail: message,
          errors: [{ pointer: '/code', message }],
        });
      }
      const codes = [...new Set([...cart.codes, code])];
      if (codes.length > mostCodes) {
        throw problem(checkoutProblems.cartFull, {
          detail: `The cart ${cart.id} has ${mostCodes} codes already.`,
          hint: 'Take a code out first.',
        });
      }
      return changeCart(context, cart, { codes }, ports);
    },

    async 'checkout.carts.removeCode'(context, { code: given, ...key }) {
      const cart = await openCart(context, key, { lock: true });
      requireChangeable(cart, 'settings');
      const code = normalizedCode(given);
      if (!cart.codes.includes(code)) {
        throw problem(problems.notFound, { detail: `The cart ${cart.id} has no code "${given}".` });
      }
      return changeCart(context, cart, { codes: cart.codes.filter((other) => other !== code) }, ports);
    },
  };
}
