import type { InputOf, OutputOf } from '../../runtime/contract/operation.ts';
import type { PaymentOperations } from '../../runtime/contract/payments/index.ts';
import { moneyText } from '../../runtime/money/index.ts';
import { cancelled } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { askYesOrNo, type Terminal } from '../output/index.ts';
import { amountOf } from './amount-of.ts';
import { findPayment, type Payment } from './find-payment.ts';
import { openSelling } from './open-selling.ts';

type Refund = OutputOf<PaymentOperations['payments.payments.refund']>;
type RefundReason = InputOf<PaymentOperations['payments.payments.refund']>['reason'];
type CancelReason = InputOf<PaymentOperations['payments.payments.cancel']>['reason'];

interface PaymentFlags {
  readonly to: string | undefined;
  readonly payment: string;
}

export interface ChangedPayment {
  readonly store: string;
  readonly payment: Payment;
}

export interface RefundedPayment extends ChangedPayment {
  readonly refund: Refund;
}

function given(text: string | undefined, { amount: { currency } }: Payment) {
  return text === undefined ? undefined : { amount: amountOf(text, currency), currency };
}

async function mustAgree(isAgreed: boolean, message: string, { terminal }: CommandContext): Promise<void> {
  if (!isAgreed && !(await askYesOrNo(terminal, { message, flag: '--yes' }))) throw cancelled();
}

export async function capturePayment(
  { to, payment: text, amount: amountText }: PaymentFlags & { readonly amount: string | undefined },
  context: CommandContext,
): Promise<ChangedPayment> {
  const selling = await openSelling(to, context);
  const before = await findPayment(selling, text);
  const amount = given(amountText, before);
  const payment = await selling.call('payments.payments.capture', {
    ...{ paymentId: before.id, ...(amount ? { amount } : {}) },
  });
  return { store: selling.name, payment };
}

export async function refundPayment(
  flags: PaymentFlags & {
    readonly amount: string | undefined;
    readonly reason: RefundReason;
    readonly note: string | undefined;
    readonly yes: boolean;
  },
  context: CommandContext,
): Promise<RefundedPayment> {
  const selling = await openSelling(flags.to, context);
  const before = await findPayment(selling, flags.payment);
  const { captured, refunded } = before;
  const left = { ...captured, amount: captured.amount - refunded.amount };
  const amount = given(flags.amount, before);
  const what = `${moneyText(amount ?? left)} of ${before.id}`;
  const message = `Refund ${what} in ${selling.name}? ${moneyText(left)} is left of what was captured.`;
  await mustAgree(flags.yes, message, context);
  const refund = await selling.call('payments.payments.refund', {
    paymentId: before.id,
    ...(amount ? { amount } : {}),
    ...(flags.reason === undefined ? {} : { reason: flags.reason }),
    ...(flags.note === undefined ? {} : { note: flags.note }),
  });
  const payment = await selling.call('payments.payments.get', { paymentId: before.id });
  return { store: selling.name, payment, refund };
}

export async function cancelPayment(
  flags: PaymentFlags & { readonly reason: CancelReason; readonly yes: boolean },
  context: CommandContext,
): Promise<ChangedPayment> {
  const selling = await openSelling(flags.to, context);
  const before = await findPayment(selling, flags.payment);
  const message = `Cancel ${before.id} in ${selling.name}? ${moneyText(before.capturable)} that can be captured is released.`;
  await mustAgree(flags.yes, message, context);
  const reason = flags.reason === undefined ? {} : { reason: flags.reason };
  const payment = await selling.call('payments.payments.cancel', { paymentId: before.id, ...reason });
  return { store: selling.name, payment };
}

export function printCaptured({ payment }: ChangedPayment, { paint, result }: Terminal): void {
  const of = `${moneyText(payment.captured)} of ${moneyText(payment.amount)}`;
  result(`${paint.green('✔')} ${payment.id}: ${of} captured`);
}

export function printRefundedPayment(
  { refund, payment }: RefundedPayment,
  { paint, result }: Terminal,
): void {
  const money = moneyText(refund.amount);
  if (refund.state === 'failed') {
    result(
      `${paint.red('✖')} ${payment.id}: ${money} could not be refunded: ${refund.failure ?? 'no reason given'}`,
    );
    return;
  }
  const isDone = refund.state === 'succeeded';
  const mark = isDone ? paint.green('✔') : paint.yellow('…');
  result(`${mark} ${payment.id}: ${money} ${isDone ? 'refunded' : 'is being refunded'} (${refund.id})`);
}

export function printCancelledPayment({ payment }: ChangedPayment, { paint, result }: Terminal): void {
  result(`${paint.green('✔')} ${payment.id} is ${payment.state.replaceAll('_', ' ')}`);
}
