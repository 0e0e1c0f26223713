import { defined } from '../defined.ts';
import { type Link, link } from '../http/link.ts';
import { wireTime } from '../http/wire-time.ts';
import { minorUnits, moneyOf } from '../money/money.ts';
import { merchant } from '../orders/order.ts';
import { expiryOf } from './authorization-periods.ts';
import type { Authorization, Capture, Refund } from './payment.ts';

const sellerProtection = {
  status: 'ELIGIBLE',
  dispute_categories: ['ITEM_NOT_RECEIVED', 'UNAUTHORIZED_TRANSACTION'],
};

function times({ createdAt, updatedAt }: { readonly createdAt: string; readonly updatedAt: string }) {
  return { create_time: wireTime(createdAt), update_time: wireTime(updatedAt) };
}

function identifiers({ invoiceId, customId }: { readonly invoiceId?: string; readonly customId?: string }) {
  return {
    ...defined({ invoice_id: invoiceId, custom_id: customId }),
  };
}

function orderLink(url: string, orderId: string): Link {
  return link('GET', 'up', `${url}/v2/checkout/orders/${orderId}`);
}

function authorizationLinks(authorization: Authorization, url: string): Link[] {
  const self = `${url}/v2/payments/authorizations/${authorization.id}`;
  const isOpen = authorization.status === 'CREATED' || authorization.status === 'PARTIALLY_CAPTURED';
  const steps = isOpen
    ? [link('POST', 'capture', `${self}/capture`), link('POST', 'void', `${self}/void`)]
    : [];
  const again =
    authorization.status === 'CREATED' && !authorization.isReauthorization
      ? [link('POST', 'reauthorize', `${self}/reauthorize`)]
      : [];
  return [link('GET', 'self', self), ...steps, ...again, orderLink(url, authorization.orderId)];
}

/** An authorization as PayPal shows it. */
export function presentAuthorization(authorization: Authorization, url: string) {
  const { id, status, amount, orderId, processorResponse } = authorization;
  return {
    ...{ id, status, amount, ...identifiers(authorization) },
    seller_protection: sellerProtection,
    expiration_time: wireTime(expiryOf(authorization)),
    ...defined({ processor_response: processorResponse }),
    payee: merchant,
    supplementary_data: { related_ids: { order_id: orderId } },
    ...times(authorization),
    links: authorizationLinks(authorization, url),
  };
}

function captureLinks({ id, orderId, authorizationId, status }: Capture, url: string): Link[] {
  const self = `${url}/v2/payments/captures/${id}`;
  const canRefund = status === 'COMPLETED' || status === 'PARTIALLY_REFUNDED';
  return [
    link('GET', 'self', self),
    ...(canRefund ? [link('POST', 'refund', `${self}/refund`)] : []),
    authorizationId === undefined
      ? orderLink(url, orderId)
      : link('GET', 'up', `${url}/v2/payments/authorizations/${authorizationId}`),
  ];
}

/** What the merchant gets of a capture. */
function receivable({ amount, fee }: Capture) {
  const { currency_code: currency } = amount;
  return {
    gross_amount: amount,
    paypal_fee: moneyOf(currency, fee),
    net_amount: moneyOf(currency, minorUnits(amount, '/amount') - fee),
  };
}

/** A capture as PayPal shows it. */
export function presentCapture(capture: Capture, url: string) {
  const { id, status, amount, isFinal, authorizationId, orderId, processorResponse } = capture;
  return {
    ...{ id, status, amount, final_capture: isFinal, disbursement_mode: 'INSTANT' },
    ...identifiers(capture),
    seller_protection: sellerProtection,
    ...(status === 'DECLINED' ? {} : { seller_receivable_breakdown: receivable(capture) }),
    ...defined({ processor_response: processorResponse }),
    payee: merchant,
    supplementary_data: {
      related_ids: {
        order_id: orderId,
        ...defined({ authorization_id: authorizationId }),
      },
    },
    ...times(capture),
    links: captureLinks(capture, url),
  };
}

/** A refund as PayPal shows it. Fees are not given back, so the merchant pays all of it. */
export function presentRefund(refund: Refund, url: string) {
  const { id, amount, captureId, totalRefunded, noteToPayer } = refund;
  const { currency_code: currency } = amount;
  return {
    ...{ id, status: 'COMPLETED', amount, ...identifiers(refund) },
    ...defined({ note_to_payer: noteToPayer }),
    seller_payable_breakdown: {
      gross_amount: amount,
      paypal_fee: moneyOf(currency, 0),
      net_amount: amount,
      total_refunded_amount: moneyOf(currency, totalRefunded),
    },
    ...times(refund),
    links: [
      link('GET', 'self', `${url}/v2/payments/refunds/${id}`),
      link('GET', 'up', `${url}/v2/payments/captures/${captureId}`),
    ],
  };
}
