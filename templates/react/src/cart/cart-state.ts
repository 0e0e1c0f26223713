import type { Cart } from '../headlesspro/storefront.js';
import type { CartChange } from './cart-change.ts';

export interface CartKey {
  readonly id: string;
  readonly token: string;
}

export interface CartState {
  /** What the server said last; null where there is no cart. */
  readonly cart: Cart | null;
  readonly key: CartKey | null;
  readonly status: 'loading' | 'ready' | 'failed';
  /** Why the cart could not be read, or what the shopper did last could not be done. */
  readonly error: Error | null;
  /** Not answered yet, in the order of doing. */
  readonly changes: readonly CartChange[];
  /** What a unit cost before, by line, where that changed by itself. */
  readonly formerPrices: ReadonlyMap<string, number>;
  /** A cart that this browser knew is no longer there. */
  readonly isLost: boolean;
  readonly clockOffset: number;
}

/** How the visitor wants to see the store, which a new cart begins with. */
export interface CartPreferences {
  readonly locale: string;
  readonly currency: string;
}

/** Before anything is known. */
export const nothing: CartState = {
  ...{ cart: null, key: null, status: 'loading', error: null, changes: [], isLost: false, clockOffset: 0 },
  formerPrices: new Map(),
};
