import { defineEvent } from '../event.ts';
import { Payment, PaymentRefund } from './payment-schemas.ts';

export const paymentEvents = [
  defineEvent({
    type: 'payment.created',
    summary: 'A payment was started.',
    data: Payment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'payment.requires_action',
    summary: 'The shopper has to do something: approve, or identify themselves.',
    data: Payment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'payment.authorized',
    summary: 'The money is promised.',
    data: Payment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'payment.failed',
    summary: 'An attempt to pay was declined.',
    data: Payment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'payment.cancelled',
    summary: 'A payment ended without money.',
    data: Payment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'payment.captured',
    summary: 'Money was taken: all of a payment or a part of it.',
    data: Payment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'payment.updated',
    summary: 'Something else about a payment changed: its order, what is known of its means.',
    data: Payment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'payment.refund_requested',
    summary: 'A refund was asked for.',
    data: PaymentRefund,
    isPersonal: true,
  }),
  defineEvent({
    type: 'payment.refunded',
    summary: 'Money was given back.',
    data: PaymentRefund,
    isPersonal: true,
  }),
  defineEvent({
    type: 'payment.refund_failed',
    summary: 'A refund did not arrive.',
    data: PaymentRefund,
    isPersonal: true,
  }),
  defineEvent({
    type: 'payment.disputed',
    summary: 'A payment is objected to.',
    data: Payment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'payment.dispute_closed',
    summary: 'A dispute was won or lost.',
    data: Payment,
    isPersonal: true,
  }),
];
