import { type SavedValue, savedValue } from '../store/saved-value.ts';

/**
 * An order that this browser may open. The token is that of the cart it was made of, and as good as a key: it stays
 * in this browser, and comes into another one by the link that the page of the order copies.
 */
export interface KnownOrder {
  readonly id: string;
  readonly token: string;
  /** What it was paid with, as `payments.methods.list` names it: `manual bank-transfer`. */
  readonly payment: string | null;
}

const most = 100;

function parseOrders(value: unknown): readonly KnownOrder[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { id, token, payment } = entry as Record<string, unknown>;
    if (typeof id !== 'string' || typeof token !== 'string') return [];
    return [{ id, token, payment: typeof payment === 'string' ? payment : null }];
  });
}

/**
 * The orders that this browser knows, latest first. A shop whose customers sign in adds those of the customer here:
 * pages ask for nothing but this list and `load-orders.ts`.
 */
export class KnownOrders {
  readonly #saved: SavedValue<readonly KnownOrder[]>;

  constructor(storeUrl: string) {
    this.#saved = savedValue(storeUrl, 'orders', parseOrders);
  }

  list(): readonly KnownOrder[] {
    return this.#saved.read() ?? [];
  }

  find(orderId: string): KnownOrder | undefined {
    return this.list().find(({ id }) => id === orderId);
  }

  remember(order: KnownOrder): void {
    const before = this.find(order.id);
    const others = this.list().filter(({ id }) => id !== order.id);
    const payment = order.payment ?? before?.payment ?? null;
    this.#saved.write([{ ...order, payment }, ...others].slice(0, most));
  }
}
