import type { InputOf } from '../../runtime/contract/operation.ts';
import type { OrderOperations } from '../../runtime/contract/orders/index.ts';
import { moneyText } from '../../runtime/money/index.ts';
import { usage } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import type { Terminal } from '../output/index.ts';
import { table } from '../output/table.ts';
import type { Order } from './find-order.ts';
import { momentOf } from './moment.ts';
import { openSelling, type Selling } from './open-selling.ts';
import { firstOf } from './pages.ts';
import { stateText, timeText } from './state-text.ts';

type ListInput = InputOf<OrderOperations['orders.orders.list']>;

/** Which orders: filters of the list, or words of the search. */
export interface OrderFilter {
  readonly to: string | undefined;
  readonly search: string | undefined;
  readonly state: ListInput['state'] | undefined;
  readonly payment: ListInput['paymentState'] | undefined;
  readonly fulfilment: ListInput['fulfilmentState'] | undefined;
  readonly channel: string | undefined;
  readonly customer: string | undefined;
  readonly tag: string | undefined;
  readonly since: string | undefined;
  readonly before: string | undefined;
}

export interface ListedOrders {
  readonly store: string;
  readonly orders: readonly Order[];
  readonly hasMore: boolean;
}

function listInput(filter: OrderFilter): ListInput {
  const { state, payment, fulfilment, channel, customer, tag } = filter;
  const input = {
    ...{ state, channel, tag, paymentState: payment, fulfilmentState: fulfilment, customerId: customer },
    placedFrom: momentOf(filter.since, 'since'),
    placedBefore: momentOf(filter.before, 'before'),
  };
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

/** How a page of the orders meant is read. */
export function orderPages(selling: Selling, filter: OrderFilter) {
  const input = listInput(filter);
  const { search } = filter;
  if (search === undefined) {
    return (page: { pageSize: number; after?: string }) =>
      selling.call('orders.orders.list', { ...input, ...page });
  }
  if (Object.keys(input).length > 0) {
    throw usage('conflicting_flags', '--search looks through all orders, and goes with no other filter.');
  }
  return (page: { pageSize: number; after?: string }) =>
    selling.call('orders.orders.search', { query: search, ...page });
}

export async function listOrders(
  filter: OrderFilter,
  limit: number,
  context: CommandContext,
): Promise<ListedOrders> {
  const selling = await openSelling(filter.to, context);
  const { items, hasMore } = await firstOf(limit, orderPages(selling, filter));
  return { store: selling.name, orders: items, hasMore };
}

const wide = 100;

export function printOrders({ orders, hasMore, store }: ListedOrders, terminal: Terminal): void {
  const { paint, columns, note, result } = terminal;
  if (orders.length === 0) {
    note(`There are no such orders in ${store}.`);
    return;
  }
  const isWide = columns >= wide;
  const totals = orders.map((order) => moneyText(order.totals.total.gross));
  const widest = Math.max(...totals.map((text) => text.length));
  const units = (order: Order) => String(order.lines.reduce((sum, line) => sum + line.quantity, 0));
  result(
    table(
      terminal,
      ['order', 'placed', 'state', 'payment', 'fulfilment', 'total', ...(isWide ? ['units', 'channel'] : [])],
      orders.map((order, place) => [
        paint.bold(order.number),
        timeText(order.placedAt).slice(0, isWide ? undefined : 10),
        stateText(order.state, paint),
        stateText(order.paymentState, paint),
        stateText(order.fulfilmentState, paint),
        totals[place]?.padStart(widest) ?? '',
        ...(isWide ? [units(order), order.channel] : []),
      ]),
    ),
  );
  if (hasMore)
    note(paint.dim(`More follow; ask for them with --limit ${orders.length * 5}, or narrow it down.`));
}
