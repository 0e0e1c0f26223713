import type { OutputOf } from '../../runtime/contract/operation.ts';
import type { OrderOperations } from '../../runtime/contract/orders/index.ts';
import { moneyText } from '../../runtime/money/index.ts';
import type { CommandContext } from '../context.ts';
import type { Terminal } from '../output/index.ts';
import { table } from '../output/table.ts';
import { findOrder, type Order } from './find-order.ts';
import { openSelling } from './open-selling.ts';
import { lineName } from './order-lines.ts';
import { firstOf } from './pages.ts';
import { stateText, timeText } from './state-text.ts';

type Fulfilment = OutputOf<OrderOperations['orders.fulfilments.get']>;
type OrderEdit = OutputOf<OrderOperations['orders.edits.list']>['data'][number];
type OrderRefund = OutputOf<OrderOperations['orders.orders.getRefund']>;

export interface ShownOrder {
  readonly store: string;
  readonly order: Order;
  readonly fulfilments: readonly Fulfilment[];
  readonly refunds: readonly OrderRefund[];
  /** Newest first. */
  readonly edits: readonly OrderEdit[];
}

/** More parcels, refunds or edits than anybody reads. */
const most = 500;

export async function showOrder(
  { to, order: text }: { readonly to: string | undefined; readonly order: string },
  context: CommandContext,
): Promise<ShownOrder> {
  const selling = await openSelling(to, context);
  const order = await findOrder(selling, text);
  const { id: orderId } = order;
  const fulfilments = await firstOf(most, (page) =>
    selling.call('orders.fulfilments.list', { orderId, ...page }),
  );
  const refunds = await firstOf(most, (page) =>
    selling.call('orders.orders.listRefunds', { orderId, ...page }),
  );
  const edits =
    order.editedAt === null
      ? []
      : (await firstOf(most, (page) => selling.call('orders.edits.list', { orderId, ...page }))).items;
  return { store: selling.name, order, fulfilments: fulfilments.items, refunds: refunds.items, edits };
}

function addressText(address: Order['shippingAddress']): string {
  if (address === null) return '-';
  const { firstName, lastName, company, addressLine1, addressLine2, postalCode, city, region, country } =
    address;
  const name = [firstName, lastName].filter(Boolean).join(' ');
  const place = [postalCode, city].filter(Boolean).join(' ');
  return [name, company, addressLine1, addressLine2, place, region, country].filter(Boolean).join(', ');
}

/** Where titles are cut and unit prices left out, so that a line stays one line. */
const narrow = { columns: 100, title: 28 };

function linesTable(order: Order, terminal: Terminal): string {
  const isNarrow = terminal.columns < narrow.columns;
  const titleOf = ({ title, variantTitle }: Order['lines'][number]) => {
    const text = [title, variantTitle].filter((part) => part !== '').join(' · ');
    return isNarrow && text.length > narrow.title ? `${text.slice(0, narrow.title - 1)}…` : text;
  };
  return table(
    terminal,
    ['SKU', 'product', 'units', 'sent', 'back', ...(isNarrow ? [] : ['each']), 'total'],
    order.lines.map((line) => [
      lineName(line),
      titleOf(line),
      String(line.quantity - line.cancelledQuantity),
      String(line.fulfilledQuantity),
      String(line.returnedQuantity),
      ...(isNarrow ? [] : [moneyText(line.unitPrice)]),
      moneyText(line.total.gross),
    ]),
  );
}

function figures({ totals, credited, paid, refunded, balance }: Order): [string, string][] {
  const rows: [string, { amount: number; currency: string }][] = [
    ['goods', totals.subtotal],
    ['discount', { ...totals.discount, amount: -totals.discount.amount }],
    ['shipping', totals.shipping.gross],
    ['tax', totals.tax],
    ['total', totals.total.gross],
    ['paid', paid],
    ['refunded', { ...refunded, amount: -refunded.amount }],
    ['credited', credited],
    ['still owed', balance],
  ];
  const always = new Set(['goods', 'total', 'paid']);
  return rows
    .filter(([name, { amount }]) => amount !== 0 || always.has(name))
    .map(([name, money]) => [name, moneyText(money)]);
}

export function printOrder({ order, fulfilments, refunds, edits }: ShownOrder, terminal: Terminal): void {
  const { paint, result } = terminal;
  const row = (label: string, text: string) => `  ${paint.dim(label.padEnd(12))}${text}`;
  const states = [order.state, order.paymentState, order.fulfilmentState].map((state) =>
    stateText(state, paint),
  );
  const parts = [
    `${paint.bold(`Order ${order.number}`)}  ${states.join(paint.dim(' · '))}`,
    '',
    row('id', order.id),
    row('placed', timeText(order.placedAt)),
    row('channel', order.channel),
    row('e-mail', order.email ?? '-'),
    row('ship to', addressText(order.shippingAddress)),
    ...(order.shippingMethod ? [row('delivery', order.shippingMethod.name)] : []),
    ...(order.note ? [row('note', order.note)] : []),
    ...order.riskReasons.map((reason) => row('risk', `${order.riskScore ?? '-'}: ${reason}`)),
    ...(order.cancelReason ? [row('cancelled', order.cancelReason)] : []),
    '',
    linesTable(order, terminal),
    '',
    ...figures(order).map(([name, money]) => row(name, money.padStart(14))),
  ];
  const section = (title: string, head: readonly string[], rows: readonly string[][]) => {
    if (rows.length > 0) parts.push('', paint.bold(title), table(terminal, head, rows));
  };
  section(
    'Payments',
    ['payment', 'provider', 'state', 'captured', 'refunded'],
    order.payments.map(({ paymentId, provider, state, captured, refunded }) => [
      ...[paymentId, provider, stateText(state, paint), moneyText(captured), moneyText(refunded)],
    ]),
  );
  section(
    'Parcels',
    ['parcel', 'state', 'units', 'tracking'],
    fulfilments.map(({ number, state, lines, tracking }) => [
      ...[number, stateText(state, paint), String(lines.reduce((sum, line) => sum + line.quantity, 0))],
      [tracking.carrier, tracking.number].filter(Boolean).join(' ') || '-',
    ]),
  );
  section(
    'Refunds',
    ['refunded', 'amount', 'state', 'reason'],
    refunds.map(({ createdAt, amount, state, reason }) => [
      ...[timeText(createdAt), moneyText(amount), stateText(state, paint), reason ?? '-'],
    ]),
  );
  section(
    'Edits',
    ['edited', 'difference', 'total', 'reason'],
    edits.map(({ createdAt, difference, after, reason }) => [
      ...[timeText(createdAt), moneyText(difference), moneyText(after.totals.total.gross), reason ?? '-'],
    ]),
  );
  result(parts.join('\n'));
}
