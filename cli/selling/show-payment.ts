import type { OutputOf } from '../../runtime/contract/operation.ts';
import type { PaymentOperations } from '../../runtime/contract/payments/index.ts';
import { moneyText } from '../../runtime/money/index.ts';
import type { CommandContext } from '../context.ts';
import type { Terminal } from '../output/index.ts';
import { table } from '../output/table.ts';
import { findPayment, type Payment } from './find-payment.ts';
import { openSelling } from './open-selling.ts';
import { firstOf } from './pages.ts';
import { stateText, timeText } from './state-text.ts';

type Refund = OutputOf<PaymentOperations['payments.refunds.get']>;
type Dispute = OutputOf<PaymentOperations['payments.disputes.get']>;
type Movement = OutputOf<PaymentOperations['payments.ledger.list']>['data'][number];

export interface ShownPayment {
  readonly store: string;
  readonly payment: Payment;
  readonly refunds: readonly Refund[];
  readonly disputes: readonly Dispute[];
  /** What the books say of it, latest first. */
  readonly ledger: readonly Movement[];
}

const most = 500;

export async function showPayment(
  { to, payment: text }: { readonly to: string | undefined; readonly payment: string },
  context: CommandContext,
): Promise<ShownPayment> {
  const selling = await openSelling(to, context);
  const payment = await findPayment(selling, text);
  const { id: paymentId } = payment;
  const refunds = await firstOf(most, (page) =>
    selling.call('payments.refunds.list', { paymentId, ...page }),
  );
  const disputes = await firstOf(most, (page) =>
    selling.call('payments.disputes.list', { paymentId, ...page }),
  );
  const ledger = await firstOf(most, (page) => selling.call('payments.ledger.list', { paymentId, ...page }));
  return {
    ...{ store: selling.name, payment, refunds: refunds.items },
    ...{ disputes: disputes.items, ledger: ledger.items },
  };
}

function meansText({ method }: Payment): string {
  if (!method) return '-';
  const card = method.last4 === null ? undefined : `•••• ${method.last4}`;
  return [method.brand ?? method.key ?? method.kind, card, method.wallet, method.payerEmail]
    .filter(Boolean)
    .join(' ');
}

export function printPayment(shown: ShownPayment, terminal: Terminal): void {
  const { payment, refunds, disputes, ledger } = shown;
  const { paint, result } = terminal;
  const row = (label: string, text: string) => `  ${paint.dim(label.padEnd(12))}${text}`;
  const parts = [
    `${paint.bold(payment.id)}  ${stateText(payment.state, paint)}`,
    '',
    row('order', payment.orderId ?? '-'),
    row('created', timeText(payment.createdAt)),
    row(
      'provider',
      `${payment.provider}${payment.providerReference ? ` (${payment.providerReference})` : ''}`,
    ),
    row('with', meansText(payment)),
    ...(payment.failure ? [row('failed', `${payment.failure.code}: ${payment.failure.message}`)] : []),
    ...(payment.riskScore === null ? [] : [row('risk', `${payment.riskScore} of 100`)]),
    ...(payment.expiresAt ? [row('expires', timeText(payment.expiresAt))] : []),
    '',
    ...(['amount', 'authorized', 'capturable', 'captured', 'refunded'] as const).map((name) =>
      row(name, moneyText(payment[name]).padStart(14)),
    ),
  ];
  const section = (title: string, head: readonly string[], rows: readonly (readonly string[])[]) => {
    if (rows.length > 0) parts.push('', paint.bold(title), table(terminal, head, rows));
  };
  section(
    'Refunds',
    ['refund', 'state', 'amount', 'reason'],
    refunds.map(({ id, state, amount, reason }) => [id, stateText(state, paint), moneyText(amount), reason]),
  );
  section(
    'Disputes',
    ['dispute', 'state', 'amount', 'reason', 'answer by'],
    disputes.map(({ id, state, amount, reason, respondBy }) => [
      ...[id, stateText(state, paint), moneyText(amount), reason, respondBy ? timeText(respondBy) : '-'],
    ]),
  );
  section(
    'Ledger',
    ['when', 'what', 'account', 'amount'],
    ledger.flatMap(({ occurredAt, kind, entries }) =>
      entries.map(({ account, amount }) => [
        timeText(occurredAt),
        kind.replaceAll('_', ' '),
        account,
        moneyText(amount),
      ]),
    ),
  );
  result(parts.join('\n'));
}
