import type { Dispute } from '../disputes/dispute.ts';
import { presentDispute } from '../disputes/present-dispute.ts';
import { feeFor } from '../money/fees.ts';
import type { Order } from '../orders/order.ts';
import { noPayments, orderBody } from '../orders/present-order.ts';
import type { Authorization, Capture, Refund } from '../payments/payment.ts';
import { presentAuthorization, presentCapture, presentRefund } from '../payments/present.ts';
import type { EventDeclaration } from './events.ts';

const amount = { currency_code: 'USD', value: '100.00' } as const;
const minor = 10_000;

function document(id: string, now: Date) {
  return { id, version: 1, createdAt: now.toISOString(), updatedAt: now.toISOString() };
}

function order(now: Date, isPaid: boolean): Order {
  return {
    ...document('5O190127TN364715T', now),
    ...{
      intent: 'CAPTURE',
      status: isPaid ? 'COMPLETED' : 'APPROVED',
      processingInstruction: 'NO_INSTRUCTION',
    },
    purchaseUnits: [{ reference_id: 'default', amount }],
    ...{ experience: {}, isFundingDeclined: false },
  };
}

function authorization(now: Date, isVoided: boolean): Authorization {
  return {
    ...document('0AW2184448108334S', now),
    ...{ orderId: '5O190127TN364715T', referenceId: 'default', amount },
    ...{ status: isVoided ? 'VOIDED' : 'CREATED', captured: 0, captureCount: 0 },
    ...{ authorizedAt: now.toISOString(), isReauthorization: false },
  };
}

function capture(now: Date, isDeclined: boolean): Capture {
  return {
    ...document('42311647XV020574X', now),
    ...{ orderId: '5O190127TN364715T', referenceId: 'default', amount, isFinal: true, refunded: 0 },
    ...{ status: isDeclined ? 'DECLINED' : 'COMPLETED', fee: feeFor('USD', minor) },
  };
}

function refund(now: Date): Refund {
  return {
    ...document('1JU08902781691411', now),
    ...{ orderId: '5O190127TN364715T', captureId: '42311647XV020574X', referenceId: 'default' },
    ...{ amount, totalRefunded: minor },
  };
}

function dispute(now: Date, isResolved: boolean): Dispute {
  return {
    ...document('PP-R-OVQ-10070523', now),
    ...{ orderId: '5O190127TN364715T', captureId: '42311647XV020574X', amount },
    ...{ reason: 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED', respondBy: now.toISOString() },
    ...(isResolved
      ? { status: 'RESOLVED', outcome: 'RESOLVED_SELLER_FAVOUR' }
      : { status: 'WAITING_FOR_SELLER_RESPONSE' }),
  };
}

/** What a simulated event tells about: shaped like the real ones, but in no store. */
export function sampleResource({ type, resourceType }: EventDeclaration, now: Date, url: string) {
  switch (resourceType) {
    case 'checkout-order':
      return orderBody(order(now, type.endsWith('COMPLETED')), noPayments, url);
    case 'authorization':
      return presentAuthorization(authorization(now, type.endsWith('VOIDED')), url);
    case 'capture':
      return presentCapture(capture(now, type.endsWith('DECLINED')), url);
    case 'refund':
      return presentRefund(refund(now), url);
    case 'dispute':
      return presentDispute(dispute(now, type.endsWith('RESOLVED')), url);
  }
}
