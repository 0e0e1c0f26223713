import type { OutputOf } from '../../runtime/contract/operation.ts';
import type { OrderOperations } from '../../runtime/contract/orders/index.ts';
import { moneyText } from '../../runtime/money/index.ts';
import { cancelled } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { askYesOrNo, type Terminal } from '../output/index.ts';
import { findOrder, type Order } from './find-order.ts';
import { openSelling } from './open-selling.ts';
import { lineName, unitsOf } from './order-lines.ts';
import { stateText } from './state-text.ts';

type OrderRefund = OutputOf<OrderOperations['orders.orders.getRefund']>;

export interface CancelFlags {
  readonly to: string | undefined;
  readonly order: string;
  readonly lines: readonly string[];
  readonly refund: boolean;
  readonly reason: string | undefined;
  readonly yes: boolean;
}

export interface CancelledOrder {
  readonly store: string;
  readonly order: Order;
  /** What is given back for it; null where nothing is. */
  readonly refund: OrderRefund | null;
}

function question(order: Order, units: number, flags: CancelFlags, store: string): string {
  const what =
    flags.lines.length > 0
      ? `${units} ${units === 1 ? 'unit' : 'units'} of order ${order.number}`
      : `order ${order.number} (${moneyText(order.totals.total.gross)}, ${order.paymentState.replaceAll('_', ' ')})`;
  const money = flags.refund ? 'what was paid for it is refunded' : 'nothing is refunded';
  return `Cancel ${what} in ${store}? Its stock is released, ${money}.`;
}

export async function cancelOrder(flags: CancelFlags, context: CommandContext): Promise<CancelledOrder> {
  const selling = await openSelling(flags.to, context);
  const before = await findOrder(selling, flags.order);
  const left = (line: Order['lines'][number]) =>
    line.quantity - line.fulfilledQuantity - line.cancelledQuantity;
  const lines = unitsOf(before, flags.lines, left);
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  if (!flags.yes) {
    const message = question(before, units, flags, selling.name);
    if (!(await askYesOrNo(context.terminal, { message, flag: '--yes' }))) throw cancelled();
  }
  const newestRefund = async () =>
    (await selling.call('orders.orders.listRefunds', { orderId: before.id, pageSize: 1 })).data[0];
  const refundBefore = await newestRefund();
  const order = await selling.call('orders.orders.cancel', {
    ...{ orderId: before.id, refund: flags.refund },
    ...(lines.length > 0 ? { lines } : {}),
    ...(flags.reason === undefined ? {} : { reason: flags.reason }),
  });
  const refund = await newestRefund();
  return { store: selling.name, order, refund: refund?.id === refundBefore?.id ? null : (refund ?? null) };
}

export function printCancelled({ order, refund }: CancelledOrder, { paint, result }: Terminal): void {
  const how = { completed: 'refunded', pending: 'being refunded', failed: 'could NOT be refunded' };
  const money = refund ? `; ${moneyText(refund.amount)} ${how[refund.state]}` : '';
  if (order.state === 'cancelled') {
    result(`${paint.green('✔')} order ${order.number} is cancelled${money}`);
    return;
  }
  result(`${paint.green('✔')} order ${order.number} is ${stateText(order.state, paint)}${money}`);
  for (const line of order.lines.filter(({ cancelledQuantity }) => cancelledQuantity > 0))
    result(`  ${line.cancelledQuantity} of ${line.quantity} cancelled: ${lineName(line)}  ${line.title}`);
}
