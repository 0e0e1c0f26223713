import { createContext, use } from 'react';
import type { CartLine } from '../headlesspro/storefront.js';
import type { CartSession } from './cart-session.ts';
import type { CartState } from './cart-state.ts';

/** The cart, and whether its drawer is open. */
export interface CartView extends CartState {
  readonly session: CartSession;
  /** As the shopper wants them: quantities are right before the server has answered. */
  readonly lines: readonly CartLine[];
  /** Units, over all lines. */
  readonly count: number;
  /** What is shown of prices and totals is not the last word: an answer is awaited. */
  readonly isSettling: boolean;
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** `title` is for those who hear what happened. */
  readonly add: (line: { variantId: string; quantity: number }, title: string) => void;
  readonly setQuantity: (line: CartLine, quantity: number) => void;
  readonly remove: (line: CartLine) => void;
  /** What happened last, for screen readers. */
  readonly announcement: string;
  readonly announce: (text: string) => void;
}

export const CartContext = createContext<CartView | null>(null);

export function useCart(): CartView {
  const cart = use(CartContext);
  if (!cart) throw new Error('useCart is for components inside <CartProvider>.');
  return cart;
}
