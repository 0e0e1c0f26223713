import type { Order, Refund } from '@paypal/paypal-server-sdk';
import { paymentProblems } from '../../contract/payments/index.ts';
import { problem } from '../../contract/problem.ts';
import type { ProviderRefund, RefundRequest } from '../../services/payments/index.ts';
import { refundableCaptures, refundsOf } from './order-state.ts';
import { paypalMoney } from './paypal-amount.ts';
import type { PaypalClient } from './paypal-clients.ts';

const longestNote = 255;

interface Part {
  readonly captureId: string;
  readonly amount: number;
}

/** From one capture that has all of it left, else from one after the other. */
export function partsOf(
  captures: readonly { readonly id: string; readonly amount: number }[],
  amount: number,
): readonly Part[] {
  // An earlier try made it, and its answer was lost.
  if (amount === 0) return [];
  const whole = captures.find((capture) => capture.amount >= amount);
  if (whole) return [{ captureId: whole.id, amount }];
  let left = amount;
  return captures.flatMap(({ id, amount: available }) => {
    const taken = Math.min(left, available);
    left -= taken;
    return taken > 0 ? [{ captureId: id, amount: taken }] : [];
  });
}

/** Gives money back, from as few captures as have it. */
export async function refundOrder(
  { payments }: PaypalClient,
  order: Order,
  { refundId, amount, note }: RefundRequest,
  idempotencyKey: string,
): Promise<ProviderRefund> {
  const currency = order.purchaseUnits?.[0]?.amount?.currencyCode ?? '';
  const ours =
    order.purchaseUnits?.[0]?.payments?.refunds?.filter(({ customId }) => customId === refundId) ?? [];
  const before = refundsOf(ours)[0]?.amount ?? 0;
  const parts = partsOf(refundableCaptures(order), amount - before);
  if (parts.reduce((sum, part) => sum + part.amount, before) < amount) {
    throw problem(paymentProblems.providerRefused, {
      detail: `PayPal: the captures of order ${order.id} have less left than is to be refunded.`,
      details: { provider: 'paypal', providerCode: 'REFUND_AMOUNT_EXCEEDED' },
    });
  }
  const made: Refund[] = [...ours];
  for (const part of parts) {
    const { result } = await payments.refundCapturedPayment({
      ...{ captureId: part.captureId, prefer: 'return=representation' },
      paypalRequestId: `${idempotencyKey}-${part.captureId}`,
      body: {
        amount: paypalMoney(part.amount, currency),
        customId: refundId,
        ...(note === null ? {} : { noteToPayer: note.slice(0, longestNote) }),
      },
    });
    made.push({ ...result, customId: refundId });
  }
  const [refund] = refundsOf(made);
  if (!refund) throw new Error(`PayPal answered no refund of ${refundId}.`);
  return refund;
}
