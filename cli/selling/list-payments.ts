import type { InputOf } from '../../runtime/contract/operation.ts';
import type { PaymentOperations } from '../../runtime/contract/payments/index.ts';
import { moneyText } from '../../runtime/money/index.ts';
import type { CommandContext } from '../context.ts';
import type { Terminal } from '../output/index.ts';
import { table } from '../output/table.ts';
import { findOrder } from './find-order.ts';
import type { Payment } from './find-payment.ts';
import { openSelling } from './open-selling.ts';
import { firstOf } from './pages.ts';
import { stateText, timeText } from './state-text.ts';

type State = InputOf<PaymentOperations['payments.payments.list']>['state'];

export interface ListPaymentsFlags {
  readonly to: string | undefined;
  readonly order: string | undefined;
  readonly state: State;
  readonly limit: number;
}

export interface ListedPayments {
  readonly store: string;
  readonly payments: readonly Payment[];
  readonly hasMore: boolean;
}

export async function listPayments(
  { to, order, state, limit }: ListPaymentsFlags,
  context: CommandContext,
): Promise<ListedPayments> {
  const selling = await openSelling(to, context);
  const filter = {
    ...(order === undefined ? {} : { orderId: (await findOrder(selling, order)).id }),
    ...(state === undefined ? {} : { state }),
  };
  const { items, hasMore } = await firstOf(limit, (page) =>
    selling.call('payments.payments.list', { ...filter, ...page }),
  );
  return { store: selling.name, payments: items, hasMore };
}

const wide = 110;

export function printPayments({ payments, hasMore, store }: ListedPayments, terminal: Terminal): void {
  const { paint, columns, note, result } = terminal;
  if (payments.length === 0) {
    note(`There are no such payments in ${store}.`);
    return;
  }
  const isWide = columns >= wide;
  result(
    table(
      terminal,
      [
        'payment',
        ...(isWide ? ['created'] : []),
        'provider',
        'state',
        'amount',
        ...(isWide ? ['captured', 'refunded'] : []),
      ],
      payments.map((payment) => [
        payment.id,
        ...(isWide ? [timeText(payment.createdAt)] : []),
        payment.provider,
        stateText(payment.state, paint),
        moneyText(payment.amount),
        ...(isWide ? [moneyText(payment.captured), moneyText(payment.refunded)] : []),
      ]),
    ),
  );
  if (hasMore)
    note(paint.dim(`More follow; ask for them with --limit ${payments.length * 5}, or narrow it down.`));
}
