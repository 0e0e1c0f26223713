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

/** An order that is opened here: without a token it is opened as the signed-in customer's. */
export interface OpenedOrder extends Omit<KnownOrder, 'token'> {
  readonly token: string | null;
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

/** The orders that this browser knows, latest first; those of a customer who is signed in are on the account's page. */
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

  forget(): void {
    this.#saved.remove();
  }

  remember(order: KnownOrder): void {
    const before = this.find(order.id);
    const others = this.list().filter(({ id }) => id !== order.id);
    const payment = order.payment ?? before?.payment ?? null;
    this.#saved.write([{ ...order, payment }, ...others].slice(0, most));
  }
}
