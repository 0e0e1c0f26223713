import type { Order, OrderProgress, Storefront } from '../headlesspro/storefront.js';
import { ApiError } from '../headlesspro/storefront.js';
import type { KnownOrder, OpenedOrder } from './known-orders.ts';

export interface LoadedOrder {
  readonly known: OpenedOrder;
  readonly order: Order;
  readonly progress: OrderProgress;
}

/** How an order is reached: by its token, or by whose it is. */
export function orderKey(token: string | null): { readonly orderToken?: string } {
  return token === null ? {} : { orderToken: token };
}

/** An order with its parcels, returns and history. */
export async function loadOrder(
  api: Storefront,
  known: OpenedOrder,
  signal: AbortSignal,
): Promise<LoadedOrder> {
  const input = orderKey(known.token);
  const [order, progress] = await Promise.all([
    api.orders.read(known.id, input, { signal }),
    api.orders.readProgress(known.id, input, { signal }),
  ]);
  return { known, order, progress };
}

/** All orders that can be opened here; one that is no longer there is left out. */
export async function loadOrders(
  api: Storefront,
  known: readonly KnownOrder[],
  signal: AbortSignal,
): Promise<readonly Order[]> {
  const found = await Promise.all(
    known.map(async ({ id, token }) => {
      try {
        return await api.orders.read(id, { orderToken: token }, { signal });
      } catch (error) {
        if (ApiError.is(error, 'not_found')) return null;
        throw error;
      }
    }),
  );
  return found.filter((order) => order !== null);
}
