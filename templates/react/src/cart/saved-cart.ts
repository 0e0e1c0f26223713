import type { Cart } from '../headlesspro/storefront.js';
import { savedValue } from '../store/saved-value.ts';

/** What this browser keeps of a cart. All else is asked for anew, so it is never out of date. */
export interface SavedCart {
  readonly id: string;
  /** Opens the cart, so it is as good as the cart itself. It stays in this browser. */
  readonly token: string;
  /** What a unit cost when it was last shown, by line, so that a change can be told. */
  readonly prices: Readonly<Record<string, SeenPrice>>;
  /** Milliseconds that the store's clock is ahead of this machine's. */
  readonly clockOffset: number;
}

export interface SeenPrice {
  readonly quantity: number;
  readonly amount: number;
}

export function savedCart(storeUrl: string) {
  return savedValue(storeUrl, 'cart', parseSavedCart);
}

function parseSavedCart(value: unknown): SavedCart | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, token, prices, clockOffset } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof token !== 'string') return undefined;
  return {
    id,
    token,
    prices: typeof prices === 'object' && prices !== null ? (prices as SavedCart['prices']) : {},
    clockOffset: typeof clockOffset === 'number' ? clockOffset : 0,
  };
}

export function pricesOf(cart: Cart): SavedCart['prices'] {
  return Object.fromEntries(
    cart.lines.flatMap(({ id, quantity, unitPrice }) =>
      unitPrice ? [[id, { quantity, amount: unitPrice.amount }]] : [],
    ),
  );
}

/**
 * Former prices by line, where a unit costs something else than it did. Another quantity may have another price:
 * that is the shopper's own change, and told by the total.
 */
export function priceChanges(seen: SavedCart['prices'], cart: Cart): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  for (const { id, quantity, unitPrice } of cart.lines) {
    const before = seen[id];
    if (before && unitPrice && before.quantity === quantity && before.amount !== unitPrice.amount) {
      changes.set(id, before.amount);
    }
  }
  return changes;
}
