import { describe, expect, test } from 'vitest';
import { cartMoves, moveCart, requireChangeable } from './cart-states.ts';

describe('the states of a cart', () => {
  test('are those of the table', () => {
    expect(
      cartMoves.map(({ from, to, operation }) => `${from} -> ${to}: ${operation}`),
    ).toMatchInlineSnapshot(`
      [
        "active -> checkout: checkout.carts.beginCheckout",
        "checkout -> active: checkout.carts.leaveCheckout",
        "checkout -> active: expire",
        "checkout -> completed: checkout.carts.complete",
        "active -> abandoned: abandon",
        "checkout -> abandoned: abandon",
        "abandoned -> active: checkout.carts.resume",
      ]
    `);
  });

  test('a refused move names the state and the moves allowed', () => {
    expect(() => moveCart({ id: 'cart_1', state: 'abandoned' }, 'checkout.carts.beginCheckout')).toThrow(
      expect.objectContaining({
        code: 'cart_state',
        occurrence: expect.objectContaining({
          details: { state: 'abandoned', allowed: ['checkout.carts.resume'] },
        }),
      }),
    );
    expect(() => requireChangeable({ id: 'cart_1', state: 'completed' }, 'settings')).toThrow(/Nothing more/);
  });
});
