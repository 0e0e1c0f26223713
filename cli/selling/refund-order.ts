import type { OutputOf } from '../../runtime/contract/operation.ts';
import type { OrderOperations } from '../../runtime/contract/orders/index.ts';
import { moneyText } from '../../runtime/money/index.ts';
import { cancelled, usage } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { askYesOrNo, type Terminal } from '../output/index.ts';
import { table } from '../output/table.ts';
import { amountOf } from './amount-of.ts';
import { findOrder, type Order } from './find-order.ts';
import { openSelling } from './open-selling.ts';
import { lineName, unitsOf } from './order-lines.ts';

type Preview = OutputOf<OrderOperations['orders.orders.previewRefund']>;
type OrderRefund = OutputOf<OrderOperations['orders.orders.refund']>;

export interface RefundFlags {
  readonly to: string | undefined;
  readonly order: string;
  readonly lines: readonly string[];
  readonly amount: string | undefined;
  readonly shipping: boolean;
  readonly all: boolean;
  readonly reason: string | undefined;
  readonly isPreview: boolean;
  readonly yes: boolean;
}

export interface Refunded {
  readonly store: string;
  readonly order: Order;
  readonly preview: Preview;
  /** Null where it was only looked at. */
  readonly refund: OrderRefund | null;
}

const notRefunded = (line: Order['lines'][number]) => line.quantity - line.refundedQuantity;

function wanted(flags: RefundFlags, order: Order) {
  const { lines: texts, amount, shipping, all } = flags;
  if (all && (texts.length > 0 || amount !== undefined)) {
    throw usage(
      'conflicting_flags',
      '--all gives everything back, and goes with neither --line nor --amount.',
    );
  }
  if (!all && texts.length === 0 && amount === undefined && !shipping) {
    throw usage('nothing_to_refund', `What of order ${order.number} is to be refunded?`, {
      fix: 'Say it with --line SKU:quantity, --shipping or --amount; or with --all.',
    });
  }
  const everything = order.lines.flatMap((line) =>
    notRefunded(line) > 0 ? [{ lineId: line.id, quantity: notRefunded(line) }] : [],
  );
  const lines = all ? everything : unitsOf(order, texts, notRefunded);
  return {
    orderId: order.id,
    ...(lines.length > 0 ? { lines } : {}),
    ...(shipping || all ? { shipping: true } : {}),
    ...(amount === undefined ? {} : { amount: amountOf(amount, order.currency) }),
  };
}

/** Works out what goes back, shows it, asks, and gives it back. */
export async function refundOrder(flags: RefundFlags, context: CommandContext): Promise<Refunded> {
  const { terminal } = context;
  const selling = await openSelling(flags.to, context);
  const order = await findOrder(selling, flags.order);
  const input = wanted(flags, order);
  const preview = await selling.call('orders.orders.previewRefund', input);
  if (flags.isPreview) return { store: selling.name, order, preview, refund: null };
  if (!flags.yes) {
    terminal.note(previewText(order, preview, terminal));
    const message = `Refund ${moneyText(preview.amount)} of order ${order.number} in ${selling.name}?`;
    if (!(await askYesOrNo(terminal, { message, flag: '--yes' }))) throw cancelled();
  }
  const reason = flags.reason === undefined ? {} : { reason: flags.reason };
  const refund = await selling.call('orders.orders.refund', { ...input, ...reason });
  return { store: selling.name, order, preview, refund };
}

function previewText(order: Order, preview: Preview, terminal: Terminal): string {
  const nameOf = (lineId: string) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line ? `${lineName(line)}  ${line.title}` : lineId;
  };
  const rows = [
    ...preview.lines.map(({ lineId, quantity, amount }) => [
      ...[nameOf(lineId), String(quantity), moneyText(amount)],
    ]),
    ...(preview.shipping.amount > 0 ? [['shipping', '', moneyText(preview.shipping)]] : []),
    ...(preview.other.amount > 0 ? [['for no line', '', moneyText(preview.other)]] : []),
    ['together', '', terminal.paint.bold(moneyText(preview.amount))],
  ];
  const from = preview.parts.map(
    ({ provider, paymentId, amount }) => `${moneyText(amount)} to ${provider} (${paymentId})`,
  );
  return [table(terminal, ['refund', 'units', 'amount'], rows), ...from.map((text) => `  ${text}`)].join(
    '\n',
  );
}

export function printRefunded({ order, preview, refund }: Refunded, terminal: Terminal): void {
  const { paint, result } = terminal;
  if (!refund) {
    result(previewText(order, preview, terminal));
    result(paint.dim(`Nothing was refunded; ${moneyText(preview.refundable)} can be at most.`));
    return;
  }
  if (refund.state === 'failed') {
    const why = refund.failure ?? 'no reason was given';
    result(
      `${paint.red('✖')} ${moneyText(refund.amount)} of order ${order.number} could not be refunded: ${why}`,
    );
    return;
  }
  const isDone = refund.state === 'completed';
  const text = `${moneyText(refund.amount)} of order ${order.number} ${isDone ? 'refunded' : 'is being refunded'}`;
  result(`${isDone ? paint.green('✔') : paint.yellow('…')} ${text}`);
  for (const { provider, paymentId, amount } of refund.parts)
    result(`  ${moneyText(amount)} to ${provider} (${paymentId})`);
}
