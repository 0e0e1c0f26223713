import type { Order } from '@paypal/paypal-server-sdk';
import type { KnownPayment, PaymentProvider, ProviderState } from '../../services/payments/index.ts';
import { captureOrder, requireAuthorization } from './capture-order.ts';
import { captureIds, stateOfOrder } from './order-state.ts';
import { createPaypalClients, type PaypalClient } from './paypal-clients.ts';
import { asking, paypalFault } from './paypal-problem.ts';
import { readDisputes } from './read-disputes.ts';
import { readNotice } from './read-notice.ts';
import { refundOrder } from './refund-order.ts';
import { startOrder } from './start-order.ts';

async function readOrder({ orders }: PaypalClient, { reference }: KnownPayment): Promise<Order> {
  return (await orders.getOrder({ id: reference })).result;
}

/** PayPal forgets orders that nobody approved. */
function forgotten({ reference, amount, currency }: KnownPayment): ProviderState {
  return {
    ...{ reference, aliases: [reference], amount, currency, status: 'cancelled', isExpired: true },
    ...{ authorized: 0, capturable: 0, captured: 0, refunds: [], disputes: [], fees: [] },
    ...{ redirectUrl: null, failure: null, method: null, riskScore: null, riskLevel: null, expiresAt: null },
  };
}

/** Why the buyer's account did not pay: they may choose again at PayPal. */
const declinedIssues: readonly string[] = ['INSTRUMENT_DECLINED', 'PAYER_ACTION_REQUIRED'];

/** PayPal wants a word with it. */
const acceptedNote = 'The store accepts the claim.';

/** Nothing is left to void. */
const voidedIssues: readonly string[] = [
  'PREVIOUSLY_VOIDED',
  'AUTHORIZATION_VOIDED',
  'AUTHORIZATION_EXPIRED',
];

/** Authorizes an approved order; a declined account is a state, with where the buyer chooses another. */
async function authorizeOrder(
  client: PaypalClient,
  payment: KnownPayment,
  idempotencyKey: string,
): Promise<ProviderState> {
  try {
    await client.orders.authorizeOrder({ id: payment.reference, paypalRequestId: idempotencyKey });
  } catch (error) {
    const fault = paypalFault(error);
    if (fault?.issue === 'ORDER_ALREADY_AUTHORIZED') return stateOfOrder(await readOrder(client, payment));
    if (!fault || !declinedIssues.includes(fault.issue)) throw error;
    return {
      ...stateOfOrder(await readOrder(client, payment)),
      ...{ status: 'requires_action', redirectUrl: fault.redirectUrl },
      failure: {
        code: 'payment_declined',
        message: 'PayPal could not charge the chosen account. Please choose another way to pay there.',
        isRetryable: true,
      },
    };
  }
  return stateOfOrder(await readOrder(client, payment));
}

/** An order that nobody paid can't be closed at PayPal: it is not authorized any more, and expires by itself. */
async function cancelOrder(
  client: PaypalClient,
  payment: KnownPayment,
  idempotencyKey: string,
): Promise<ProviderState> {
  const order = await readOrder(client, payment);
  if (order.status !== 'COMPLETED') {
    return { ...stateOfOrder(order), status: 'cancelled', redirectUrl: null };
  }
  try {
    await client.payments.voidPayment({
      ...{ authorizationId: requireAuthorization(order), paypalRequestId: idempotencyKey },
    });
  } catch (error) {
    if (!voidedIssues.includes(paypalFault(error)?.issue ?? '')) throw error;
    const state = stateOfOrder(await readOrder(client, payment));
    return state.captured > 0
      ? { ...state, capturable: 0 }
      : { ...state, status: 'cancelled', capturable: 0 };
  }
  return stateOfOrder(await readOrder(client, payment));
}

/** Payments by PayPal: orders that the buyer approves, on the official server SDK. */
export function createPaypalProvider(): PaymentProvider {
  const clientOf = createPaypalClients();
  return {
    name: 'paypal',

    start: (request, connection) =>
      asking(async () => stateOfOrder(await startOrder(await clientOf(connection), request))),

    read: (payment, connection) =>
      asking(async () => {
        try {
          const client = await clientOf(connection);
          const order = await readOrder(client, payment);
          return { ...stateOfOrder(order), disputes: await readDisputes(client, captureIds(order)) };
        } catch (error) {
          if (paypalFault(error)?.status !== 404 || payment.authorized > 0) throw error;
          return forgotten(payment);
        }
      }),

    authorize: (payment, idempotencyKey, connection) =>
      asking(async () => authorizeOrder(await clientOf(connection), payment, idempotencyKey)),

    capture: (payment, amount, idempotencyKey, connection) =>
      asking(async () => {
        const client = await clientOf(connection);
        await captureOrder(client, await readOrder(client, payment), payment, amount, idempotencyKey);
        return stateOfOrder(await readOrder(client, payment));
      }),

    cancel: (payment, idempotencyKey, connection) =>
      asking(async () => cancelOrder(await clientOf(connection), payment, idempotencyKey)),

    refund: (payment, refund, idempotencyKey, connection) =>
      asking(async () => {
        const client = await clientOf(connection);
        return refundOrder(client, await readOrder(client, payment), refund, idempotencyKey);
      }),

    acceptDispute: (dispute, _idempotencyKey, connection) =>
      asking(async () => {
        const { post } = await clientOf(connection);
        await post(`/v1/customer/disputes/${dispute}/accept-claim`, JSON.stringify({ note: acceptedNote }));
      }),

    receive: (headers, body, connection) =>
      asking(async () => {
        const { webhookId = '' } = connection.secrets;
        return readNotice(await clientOf(connection), headers, body, webhookId);
      }),
  };
}
