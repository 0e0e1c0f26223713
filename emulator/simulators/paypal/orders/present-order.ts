import type { Reader } from '../../../../runtime/store/port.ts';
import { defined } from '../defined.ts';
import { type Link, link } from '../http/link.ts';
import { wireTime } from '../http/wire-time.ts';
import {
  type Authorization,
  authorizations,
  type Capture,
  captures,
  type Refund,
  refunds,
} from '../payments/payment.ts';
import { presentAuthorization, presentCapture, presentRefund } from '../payments/present.ts';
import { merchant, type Order, type Payer } from './order.ts';

/** What has been paid for an order. */
export interface OrderPayments {
  readonly authorizations: readonly Authorization[];
  readonly captures: readonly Capture[];
  readonly refunds: readonly Refund[];
}

export const noPayments: OrderPayments = { authorizations: [], captures: [], refunds: [] };

/** More than PayPal lets an order have. */
const mostPayments = 1000;

async function readPayments(reader: Reader, orderId: string): Promise<OrderPayments> {
  const query = { index: 'byOrder', where: { orderId }, pageSize: mostPayments } as const;
  const documents = <Doc>({ items }: { readonly items: readonly { readonly document: Doc }[] }) =>
    items.map(({ document }) => document);
  return {
    authorizations: documents(await reader.query(authorizations, query)),
    captures: documents(await reader.query(captures, query)),
    refunds: documents(await reader.query(refunds, query)),
  };
}

/** Where the buyer is sent to, in place of `www.sandbox.paypal.com`. */
export function approvalUrl(url: string, orderId: string): string {
  return `${url}/checkoutnow?token=${orderId}`;
}

function links(order: Order, url: string): Link[] {
  const self = `${url}/v2/checkout/orders/${order.id}`;
  const pay = order.intent === 'CAPTURE' ? 'capture' : 'authorize';
  const get = link('GET', 'self', self);
  switch (order.status) {
    case 'PAYER_ACTION_REQUIRED':
      return [get, link('GET', 'payer-action', approvalUrl(url, order.id))];
    case 'CREATED':
      return [
        get,
        link('GET', 'approve', approvalUrl(url, order.id)),
        ...[link('PATCH', 'update', self), link('POST', pay, `${self}/${pay}`)],
      ];
    case 'APPROVED':
      return [get, link('PATCH', 'update', self), link('POST', pay, `${self}/${pay}`)];
    case 'COMPLETED':
      return [get];
  }
}

function presentPayer({ email, id, givenName, surname, address }: Payer) {
  return {
    email_address: email,
    payer_id: id,
    name: { given_name: givenName, surname },
    address: { country_code: address.country_code },
  };
}

function presentSource({ source, card, payer }: Order) {
  if (source === 'card' && card) {
    const { name, lastDigits, brand, expiry } = card;
    const shown = { last_digits: lastDigits, brand, expiry, type: 'CREDIT' };
    return { card: name === undefined ? shown : { name, ...shown } };
  }
  if (!payer) return source === 'paypal' ? { paypal: {} } : undefined;
  const { payer_id: account_id, ...rest } = presentPayer(payer);
  return { paypal: { ...rest, account_id, account_status: 'VERIFIED' } };
}

function presentUnits(order: Order, paid: OrderPayments, url: string) {
  return order.purchaseUnits.map((unit) => {
    const ofUnit = <Doc extends { readonly referenceId: string }>(documents: readonly Doc[]) =>
      documents.filter(({ referenceId }) => referenceId === unit.reference_id);
    const payments = Object.entries({
      authorizations: ofUnit(paid.authorizations).map((document) => presentAuthorization(document, url)),
      captures: ofUnit(paid.captures).map((document) => presentCapture(document, url)),
      refunds: ofUnit(paid.refunds).map((document) => presentRefund(document, url)),
    }).filter(([, documents]) => documents.length > 0);
    const shown = { ...unit, payee: { ...merchant, ...unit.payee } };
    return payments.length > 0 ? { ...shown, payments: Object.fromEntries(payments) } : shown;
  });
}

/** A whole order, as `return=representation` and GET show it. */
export function orderBody(order: Order, payments: OrderPayments, url: string) {
  const source = presentSource(order);
  return {
    ...{ id: order.id, intent: order.intent, status: order.status },
    ...defined({ payment_source: source }),
    processing_instruction: order.processingInstruction,
    purchase_units: presentUnits(order, payments, url),
    ...(order.payer ? { payer: presentPayer(order.payer) } : {}),
    create_time: wireTime(order.createdAt),
    update_time: wireTime(order.updatedAt),
    links: links(order, url),
  };
}

export async function presentOrder(reader: Reader, order: Order, url: string) {
  return orderBody(order, await readPayments(reader, order.id), url);
}

/**
 * An order as `return=minimal` shows it. Once it is paid, that names the payments too: their ids are what the caller
 * needs next.
 */
export async function presentMinimal(reader: Reader, order: Order, url: string) {
  const whole = await presentOrder(reader, order, url);
  const { id, status, payment_source, payer, purchase_units } = whole;
  const source = payment_source ? { payment_source } : {};
  if (status !== 'COMPLETED') return { id, status, ...source, links: whole.links };
  const units = purchase_units.map(({ reference_id, shipping, ...unit }) => ({
    reference_id,
    ...defined({ shipping }),
    ...('payments' in unit ? { payments: unit.payments } : {}),
  }));
  return { id, status, ...source, purchase_units: units, ...defined({ payer }), links: whole.links };
}
