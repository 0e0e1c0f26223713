import { createContext, use } from 'react';
import type { CartLine } from './cart-line.ts';

/** The cart, kept in this browser until there is a service for it. */
export interface Cart {
  readonly lines: readonly CartLine[];
  /** Units, over all lines. */
  readonly count: number;
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** `title` is for those who hear what happened. */
  readonly add: (line: CartLine, title: string) => void;
  readonly setQuantity: (variantId: string, quantity: number, title: string) => void;
  readonly remove: (variantId: string, title: string) => void;
  /** What happened last, for screen readers. */
  readonly announcement: string;
}

export const CartContext = createContext<Cart | null>(null);

export function useCart(): Cart {
  const cart = use(CartContext);
  if (!cart) throw new Error('useCart is for components inside <CartProvider>.');
  return cart;
}
