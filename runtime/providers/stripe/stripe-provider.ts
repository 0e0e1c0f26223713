import type Stripe from 'stripe';
import type { PaymentProvider, RefundRequest } from '../../services/payments/index.ts';
import { cancelPayment } from './cancel-payment.ts';
import { capturePayment } from './capture-payment.ts';
import { idOf, refundOf } from './provider-state.ts';
import { readNotice } from './read-notice.ts';
import { readPayment, stateOfIntent } from './read-payment.ts';
import { startPayment } from './start-payment.ts';
import { stripeAmount } from './stripe-amount.ts';
import { createStripeClients, type StripeClients } from './stripe-clients.ts';
import { asking } from './stripe-problem.ts';

/** Stripe knows three reasons; ours alone stay with us. */
function refundReason(reason: RefundRequest['reason']): Stripe.RefundCreateParams.Reason | undefined {
  return reason === 'other' ? undefined : reason;
}

const pageSize = 100;

function seconds(time: string): number {
  return Math.floor(Date.parse(time) / 1000);
}

/** Payments by Stripe: hosted pages and tokens, on the official SDK. */
export function createStripeProvider(): PaymentProvider {
  const lend = createStripeClients();
  const ask: StripeClients = (connection, work) => asking(() => lend(connection, work));
  return {
    name: 'stripe',

    start: (request, connection) => ask(connection, (stripe) => startPayment(stripe, request)),

    read: (payment, connection) =>
      ask(connection, async (stripe) => {
        const { intent, session } = await readPayment(stripe, payment);
        return stateOfIntent(stripe, intent, session);
      }),

    capture: (payment, amount, idempotencyKey, connection) =>
      ask(connection, (stripe) => capturePayment(stripe, payment, amount, idempotencyKey)),

    cancel: (payment, idempotencyKey, connection) =>
      ask(connection, (stripe) => cancelPayment(stripe, payment, idempotencyKey)),

    refund: ({ reference, paymentId, currency }, { refundId, amount, reason }, idempotencyKey, connection) =>
      ask(connection, async (stripe) => {
        const told = refundReason(reason);
        const refund = await stripe.refunds.create(
          {
            ...{ payment_intent: reference, amount: stripeAmount(amount, currency) },
            metadata: { refund_id: refundId, payment_id: paymentId },
            ...(told ? { reason: told } : {}),
          },
          { idempotencyKey },
        );
        return refundOf(refund);
      }),

    receive: (headers, body, connection) =>
      lend(connection, async (stripe) =>
        readNotice(stripe, headers, body, connection.secrets.webhookSecret ?? ''),
      ),

    submitEvidence: (dispute, evidence, idempotencyKey, connection) =>
      ask(connection, async (stripe) => {
        const words = Object.entries({
          customer_name: evidence.customerName,
          customer_email_address: evidence.customerEmailAddress,
          product_description: evidence.productDescription,
          shipping_carrier: evidence.shippingCarrier,
          shipping_tracking_number: evidence.shippingTrackingNumber,
          shipping_date: evidence.shippingDate,
          uncategorized_text: evidence.uncategorizedText,
        }).filter(([, text]) => text !== undefined);
        await stripe.disputes.update(
          dispute,
          { evidence: Object.fromEntries(words), submit: true },
          { idempotencyKey },
        );
      }),

    acceptDispute: (dispute, idempotencyKey, connection) =>
      ask(connection, async (stripe) => void (await stripe.disputes.close(dispute, {}, { idempotencyKey }))),

    list: ({ from, to, after }, connection) =>
      ask(connection, async (stripe) => {
        const page = await stripe.paymentIntents.list({
          ...{ limit: pageSize, expand: ['data.latest_charge', 'data.latest_charge.refunds'] },
          created: {
            ...(from === null ? {} : { gte: seconds(from) }),
            ...(to === null ? {} : { lt: seconds(to) }),
          },
          ...(after === null ? {} : { starting_after: after }),
        });
        const payments = [];
        for (const intent of page.data) {
          const state = await stateOfIntent(stripe, intent);
          payments.push({ paymentId: intent.metadata.payment_id ?? null, state });
        }
        return { payments, next: page.has_more ? idOf(page.data.at(-1)) : null };
      }),
  };
}
