import type { InputOf, OutputOf } from '../../runtime/contract/operation.ts';
import type { OrderOperations } from '../../runtime/contract/orders/index.ts';
import { moneyText } from '../../runtime/money/index.ts';
import { cancelled, refused, usage } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { askYesOrNo, type Terminal } from '../output/index.ts';
import { table } from '../output/table.ts';
import { findOrder, type Order } from './find-order.ts';
import { openSelling } from './open-selling.ts';
import { lineName, linesNamed, type OrderLine } from './order-lines.ts';

type Preview = OutputOf<OrderOperations['orders.edits.preview']>;
type OrderEdit = OutputOf<OrderOperations['orders.edits.apply']>['edit'];
type EditInput = InputOf<OrderOperations['orders.edits.preview']>;

export interface EditFlags {
  readonly to: string | undefined;
  readonly order: string;
  readonly set: readonly string[];
  readonly remove: readonly string[];
  readonly add: readonly string[];
  readonly delivery: string | undefined;
  readonly reason: string | undefined;
  readonly isPreview: boolean;
  readonly yes: boolean;
}

export interface EditedOrder {
  readonly store: string;
  readonly order: Order;
  readonly preview: Preview;
  /** Null where it was only looked at. */
  readonly edit: OrderEdit | null;
}

function unitsIn(flag: string, text: string, example: string): { name: string; quantity: number } {
  const [, name, digits] = /^(.+):(\d+)$/.exec(text) ?? [];
  if (name !== undefined && digits !== undefined) return { name, quantity: Number(digits) };
  throw usage('bad_line', `--${flag} ${text} is not written like ${example}.`, {
    fix: `Write it as --${flag} ${example}.`,
  });
}

/** The one line that a SKU, or its id, names. */
function lineNamed(order: Order, name: string): OrderLine {
  const found = linesNamed(order, name);
  const [line] = found;
  if (line && found.length === 1) return line;
  throw usage('several_lines', `Order ${order.number} has ${found.length} lines ${name}.`, {
    fix: `Name one by its id: ${found.map(({ id }) => id).join(', ')}.`,
  });
}

function wanted({ set, remove, add, delivery }: EditFlags, order: Order): EditInput {
  const lines = [
    ...set.map((text) => unitsIn('set', text, 'SHIRT-M:2')),
    ...remove.map((name) => ({ name, quantity: 0 })),
  ].map(({ name, quantity }) => ({ lineId: lineNamed(order, name).id, quantity }));
  const addLines = add
    .map((text) => unitsIn('add', text, 'var_01JA6Z1RZ0000000000000000A:1'))
    .map(({ name: variantId, quantity }) => ({ variantId, quantity }));
  if (lines.length + addLines.length === 0 && delivery === undefined) {
    throw usage('nothing_to_change', `What of order ${order.number} is to be changed?`, {
      fix: 'Say it with --set SKU:quantity, --remove SKU, --add variant:quantity or --delivery.',
    });
  }
  return {
    orderId: order.id,
    ...(lines.length > 0 ? { lines } : {}),
    ...(addLines.length > 0 ? { addLines } : {}),
    ...(delivery === undefined ? {} : { shippingMethod: delivery }),
  };
}

/** Works out what an edit makes of an order, shows it, asks, and makes just that. */
export async function editOrder(flags: EditFlags, context: CommandContext): Promise<EditedOrder> {
  const { terminal } = context;
  const selling = await openSelling(flags.to, context);
  const order = await findOrder(selling, flags.order);
  const input = wanted(flags, order);
  const preview = await selling.call('orders.edits.preview', input);
  if (flags.isPreview) return { store: selling.name, order, preview, edit: null };
  const [first] = preview.problems;
  if (first) throw refused('edit_refused', first.message, { fix: first.hint });
  if (!flags.yes) {
    terminal.note(previewText(preview, terminal));
    const message = `Change order ${order.number} in ${selling.name} so?`;
    if (!(await askYesOrNo(terminal, { message, flag: '--yes' }))) throw cancelled();
  }
  const done = await selling.call('orders.edits.apply', {
    ...{ ...input, expectedDifference: preview.difference.amount },
    ...(flags.reason === undefined ? {} : { reason: flags.reason }),
  });
  return { store: selling.name, order: done.order, preview, edit: done.edit };
}

const outcomes = { pay: 'still to be paid', refund: 'refunded', nothing: '' } as const;

function previewText(preview: Preview, terminal: Terminal): string {
  const { lines, totals, difference, outcome, outcomeAmount, problems, shippingMethod } = preview;
  const rows = [
    ...lines.map((line) => [lineName(line), String(line.quantity), moneyText(line.total.gross)]),
    ...(shippingMethod ? [[shippingMethod.name, '', moneyText(totals.shipping.gross)]] : []),
    ['together', '', terminal.paint.bold(moneyText(totals.total.gross))],
    ['difference', '', moneyText(difference)],
    ...(outcome === 'nothing' ? [] : [[outcomes[outcome], '', moneyText(outcomeAmount)]]),
  ];
  return [
    table(terminal, ['line', 'units', 'total'], rows),
    ...problems.map(({ message, hint }) => `${terminal.paint.red('✖')} ${message} ${hint}`),
  ].join('\n');
}

export function printEdited({ order, preview, edit }: EditedOrder, terminal: Terminal): void {
  const { paint, result } = terminal;
  if (!edit) {
    result(previewText(preview, terminal));
    result(paint.dim('Nothing was changed.'));
    return;
  }
  const { outcome, outcomeAmount } = preview;
  const money = outcome === 'nothing' ? '' : `; ${moneyText(outcomeAmount)} ${outcomes[outcome]}`;
  const total = moneyText(edit.after.totals.total.gross);
  result(`${paint.green('✔')} order ${order.number} costs ${total} now${money}`);
}
