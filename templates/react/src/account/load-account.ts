import type { Customer, Order, Storefront } from '../headlesspro/storefront.js';

export interface LoadedAccount {
  readonly customer: Customer;
  /** Newest first. */
  readonly orders: readonly Order[];
  readonly hasMore: boolean;
}

const pageSize = 10;

/** The customer, and as many pages of their orders as are asked for. */
export async function loadAccount(
  api: Storefront,
  pages: number,
  signal: AbortSignal,
): Promise<LoadedAccount> {
  const [customer, first] = await Promise.all([
    api.customers.me.get({ signal }),
    api.customers.me.listOrders({ pageSize }, { signal }),
  ]);
  let page = first;
  const orders = [...first.data];
  for (let loaded = 1; loaded < pages; loaded += 1) {
    const next = await page.nextPage();
    if (!next) break;
    page = next;
    orders.push(...next.data);
  }
  return { customer, orders, hasMore: page.hasNextPage };
}
