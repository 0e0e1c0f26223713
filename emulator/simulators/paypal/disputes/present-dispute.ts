import { defined } from '../defined.ts';
import { link } from '../http/link.ts';
import { wireTime } from '../http/wire-time.ts';
import { merchant } from '../orders/order.ts';
import type { Dispute } from './dispute.ts';

function summary(dispute: Dispute) {
  const { id, createdAt, updatedAt, reason, status, amount } = dispute;
  return {
    ...{ dispute_id: id, create_time: wireTime(createdAt), update_time: wireTime(updatedAt) },
    ...{ reason, status, dispute_amount: amount, dispute_life_cycle_stage: 'CHARGEBACK' },
    dispute_state: status === 'RESOLVED' ? 'RESOLVED' : 'REQUIRED_ACTION',
  };
}

/** A dispute as it stands in a list. */
export function listedDispute(dispute: Dispute, url: string) {
  return {
    ...summary(dispute),
    links: [link('GET', 'self', `${url}/v1/customer/disputes/${dispute.id}`)],
  };
}

/** A dispute as PayPal shows it by itself, and tells of it. */
export function presentDispute(dispute: Dispute, url: string) {
  const { id, captureId, amount, status, outcome, respondBy, customId, invoiceId } = dispute;
  const self = `${url}/v1/customer/disputes/${id}`;
  const isOpen = status !== 'RESOLVED';
  return {
    ...summary(dispute),
    disputed_transactions: [
      {
        ...{ seller_transaction_id: captureId, gross_amount: amount, transaction_status: 'COMPLETED' },
        ...defined({ custom: customId, invoice_number: invoiceId }),
        seller: { email: merchant.email_address, merchant_id: merchant.merchant_id },
      },
    ],
    ...(isOpen ? { seller_response_due_date: wireTime(respondBy) } : {}),
    ...(outcome
      ? { dispute_outcome: { outcome_code: outcome, amount_refunded: amountRefunded(dispute) } }
      : {}),
    links: [
      link('GET', 'self', self),
      ...(isOpen
        ? [
            link('POST', 'accept_claim', `${self}/accept-claim`),
            link('POST', 'adjudicate', `${self}/adjudicate`),
          ]
        : []),
    ],
  };
}

function amountRefunded({ outcome, amount }: Dispute) {
  return outcome === 'RESOLVED_BUYER_FAVOUR' ? amount : { ...amount, value: '0.00' };
}
