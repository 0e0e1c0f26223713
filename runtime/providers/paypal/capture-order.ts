import type { Order } from '@paypal/paypal-server-sdk';
import { paymentProblems } from '../../contract/payments/index.ts';
import { problem } from '../../contract/problem.ts';
import type { KnownPayment } from '../../services/payments/index.ts';
import { currentAuthorization } from './order-state.ts';
import { paypalMoney } from './paypal-amount.ts';
import type { PaypalClient } from './paypal-clients.ts';
import { paypalFault } from './paypal-problem.ts';

/** The money is not set aside any more: what happens to authorizations older than the honour period of three days. */
const notHeld: readonly string[] = ['INSTRUMENT_DECLINED', 'TRANSACTION_REFUSED', 'PAYER_CANNOT_PAY'];

export function requireAuthorization(order: Order): string {
  const id = currentAuthorization(order)?.id;
  if (id !== undefined) return id;
  throw problem(paymentProblems.providerRefused, {
    detail: `PayPal: the order ${order.id} is not authorized.`,
    details: { provider: 'paypal', providerCode: 'ORDER_NOT_AUTHORIZED' },
  });
}

/**
 * Takes money from the order's authorization. Where it is not held any more, it is authorized again first, which
 * PayPal allows once, from the fourth day on.
 */
export async function captureOrder(
  { payments }: PaypalClient,
  order: Order,
  payment: KnownPayment,
  amount: number,
  idempotencyKey: string,
): Promise<void> {
  const { currency, captured, authorized } = payment;
  // By what is known here, so that a repetition says the same: the last one ends the authorization.
  const finalCapture = captured + amount >= authorized;
  const capture = async (authorizationId: string, key: string) => {
    await payments.captureAuthorizedPayment({
      ...{ authorizationId, paypalRequestId: key, prefer: 'return=representation' },
      body: { amount: paypalMoney(amount, currency), finalCapture },
    });
  };
  const authorizationId = requireAuthorization(order);
  try {
    await capture(authorizationId, idempotencyKey);
  } catch (error) {
    if (!notHeld.includes(paypalFault(error)?.issue ?? '')) throw error;
    const { result } = await payments
      .reauthorizePayment({
        ...{ authorizationId, paypalRequestId: `${idempotencyKey}-again`, prefer: 'return=representation' },
        body: { amount: paypalMoney(authorized, currency) },
      })
      .catch(() => {
        // Too soon, or once already: the refusal of the capture is what counts.
        throw error;
      });
    await capture(result.id ?? '', `${idempotencyKey}-captured-again`);
  }
}
