import { defined } from '../defined.ts';
import { openDispute } from '../disputes/open-dispute.ts';
import type { Work } from '../http/endpoint.ts';
import { newId } from '../http/ids.ts';
import { unprocessable } from '../http/paypal-error.ts';
import { feeFor } from '../money/fees.ts';
import { minorUnits } from '../money/money.ts';
import { orders } from '../orders/order.ts';
import { emitEvent } from '../webhooks/emit-event.ts';
import { events } from '../webhooks/events.ts';
import type { CardOutcome } from './card-outcome.ts';
import { type Authorization, authorizations, type Capture, captures } from './payment.ts';
import { presentAuthorization, presentCapture } from './present.ts';

/** What a payment takes over from its purchase unit. */
export type Payable = Pick<Capture, 'orderId' | 'referenceId' | 'amount' | 'invoiceId' | 'customId'>;

/** Merchants' accounts have this check on unless they turn it off. */
async function checkInvoice({ writer }: Work, { invoiceId, orderId }: Payable): Promise<void> {
  if (invoiceId === undefined) return;
  const paid = await writer.find(captures, 'byInvoice', { invoiceId });
  // Several captures of one authorization may belong to the same invoice.
  if (paid && paid.orderId !== orderId) {
    throw unprocessable('DUPLICATE_INVOICE_ID', { field: '/invoice_id', value: invoiceId });
  }
}

type CaptureTerms = Pick<Capture, 'isFinal' | 'authorizationId' | 'noteToPayer' | 'softDescriptor'>;

/** Takes the money, or notes that the card was refused, and tells the webhooks. */
export async function insertCapture(
  work: Work,
  payable: Payable,
  terms: CaptureTerms,
  outcome?: CardOutcome,
): Promise<Capture> {
  await checkInvoice(work, payable);
  const isDeclined = outcome !== undefined && !outcome.isApproved;
  const { currency_code: currency } = payable.amount;
  const capture = await work.writer.insert(captures, {
    ...{ ...payable, ...terms, id: newId(), refunded: 0 },
    status: isDeclined ? 'DECLINED' : 'COMPLETED',
    fee: isDeclined ? 0 : feeFor(currency, minorUnits(payable.amount, '/amount')),
    ...defined({ processorResponse: outcome?.response }),
  });
  const declaration = isDeclined ? events.captureDeclined : events.captureCompleted;
  await emitEvent(work, declaration, presentCapture(capture, work.url));
  const order = await work.writer.get(orders, payable.orderId);
  if (order?.isDisputed && !isDeclined) await openDispute(work, capture);
  return capture;
}

/** Sets the money aside, or notes that the card was refused, and tells the webhooks. */
export async function insertAuthorization(
  work: Work,
  payable: Payable,
  outcome?: CardOutcome,
  renewed?: Authorization,
): Promise<Authorization> {
  const isDenied = outcome !== undefined && !outcome.isApproved;
  const authorization = await work.writer.insert(authorizations, {
    ...{ ...payable, id: newId(), captured: 0, captureCount: 0 },
    status: isDenied ? 'DENIED' : 'CREATED',
    authorizedAt: renewed?.authorizedAt ?? work.now.toISOString(),
    isReauthorization: renewed !== undefined,
    ...defined({ processorResponse: outcome?.response }),
  });
  if (!isDenied) {
    await emitEvent(work, events.authorizationCreated, presentAuthorization(authorization, work.url));
  }
  return authorization;
}
