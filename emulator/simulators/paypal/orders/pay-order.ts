import { defined } from '../defined.ts';
import type { Work } from '../http/endpoint.ts';
import { link } from '../http/link.ts';
import { refusal } from '../http/paypal-error.ts';
import { type CardOutcome, cardOutcome } from '../payments/card-outcome.ts';
import { insertAuthorization, insertCapture, type Payable } from '../payments/insert-payment.ts';
import { emitEvent } from '../webhooks/emit-event.ts';
import { events } from '../webhooks/events.ts';
import { amountOf, type Order, orders, type PurchaseUnit } from './order.ts';
import { approvalUrl, presentOrder } from './present-order.ts';

function payableOf(order: Order, unit: PurchaseUnit): Payable {
  const { reference_id: referenceId, invoice_id: invoiceId, custom_id: customId } = unit;
  return {
    ...{ orderId: order.id, referenceId, amount: amountOf(unit) },
    ...defined({ invoiceId, customId }),
  };
}

async function payUnit(work: Work, order: Order, unit: PurchaseUnit, outcome?: CardOutcome): Promise<void> {
  const payable = payableOf(order, unit);
  if (order.intent === 'AUTHORIZE') {
    await insertAuthorization(work, payable, outcome);
    return;
  }
  const { soft_descriptor: softDescriptor } = unit;
  const terms = { isFinal: true, ...defined({ softDescriptor }) };
  await insertCapture(work, payable, terms, outcome);
}

/**
 * Captures or authorizes each purchase unit, as the order intends. A refused card completes the order with payments
 * that say so; a refused wallet is an error that sends the buyer back to choose again.
 *
 * @throws {PayPalError} `INSTRUMENT_DECLINED`, `DUPLICATE_INVOICE_ID`
 */
export async function payOrder(work: Work, order: Order): Promise<Order> {
  if (order.source !== 'card' && order.isFundingDeclined) {
    throw refusal('INSTRUMENT_DECLINED', {}, [link('GET', 'redirect', approvalUrl(work.url, order.id))]);
  }
  const outcome = order.source === 'card' ? cardOutcome(order.card?.name) : undefined;
  for (const unit of order.purchaseUnits) await payUnit(work, order, unit, outcome);
  const paid = await work.writer.update<Order>(orders, order.id, (current) => ({
    ...current,
    status: 'COMPLETED',
  }));
  if (outcome?.isApproved !== false) {
    await emitEvent(work, events.orderCompleted, await presentOrder(work.writer, paid, work.url));
  }
  return paid;
}
