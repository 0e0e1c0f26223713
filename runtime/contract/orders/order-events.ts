import { defineEvent } from '../event.ts';
import { OrderEdit } from './edits.ts';
import { Fulfilment } from './fulfilments.ts';
import { Order } from './order-schemas.ts';
import { OrderRefund } from './refunds.ts';
import { Return } from './return-schemas.ts';
import { TimelineEntry } from './timeline.ts';

/** The subject of each is the order, so that what happened to one order is delivered in order. */
export const orderEvents = [
  defineEvent({ type: 'order.placed', summary: 'An order was placed.', data: Order, isPersonal: true }),
  defineEvent({
    type: 'order.review_required',
    summary: 'An order waits for a review.',
    data: Order,
    isPersonal: true,
  }),
  defineEvent({ type: 'order.confirmed', summary: 'An order was confirmed.', data: Order, isPersonal: true }),
  defineEvent({
    type: 'order.completed',
    summary: 'An order is fulfilled and paid.',
    data: Order,
    isPersonal: true,
  }),
  defineEvent({
    type: 'order.cancelled',
    summary: 'An order was cancelled as a whole.',
    data: Order,
    isPersonal: true,
  }),
  defineEvent({
    type: 'order.units_cancelled',
    summary: 'Units of an order were cancelled.',
    data: Order,
    isPersonal: true,
  }),
  defineEvent({
    type: 'order.updated',
    summary: 'An order was changed, not its figures.',
    data: Order,
    isPersonal: true,
  }),
  defineEvent({
    type: 'order.edited',
    summary: 'What an order is made of was changed.',
    data: OrderEdit,
    isPersonal: true,
  }),
  defineEvent({
    type: 'order.note_added',
    summary: 'A note was added to an order.',
    data: TimelineEntry,
    isPersonal: true,
  }),
  defineEvent({
    type: 'order.paid',
    summary: 'All that an order costs was captured.',
    data: Order,
    isPersonal: true,
  }),
  defineEvent({
    type: 'order.payment_changed',
    summary: 'The payments of an order moved its figures or its payment state.',
    data: Order,
    isPersonal: true,
  }),
  defineEvent({
    type: 'order.refunded',
    summary: 'Money of an order was given back.',
    data: OrderRefund,
    isPersonal: true,
  }),
  defineEvent({
    type: 'order.refund_failed',
    summary:
      'Money of an order was not given back: a provider refused for good, or a bank sent it back later.',
    data: OrderRefund,
    isPersonal: true,
  }),
  defineEvent({
    type: 'order.anonymized',
    summary: 'The personal data of an order were taken out.',
    data: Order,
    isPersonal: true,
  }),
  defineEvent({
    type: 'fulfilment.created',
    summary: 'A fulfilment was planned.',
    data: Fulfilment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'fulfilment.updated',
    summary: "A fulfilment's tracking changed.",
    data: Fulfilment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'fulfilment.packed',
    summary: 'A fulfilment was packed.',
    data: Fulfilment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'fulfilment.shipped',
    summary: 'A fulfilment was shipped.',
    data: Fulfilment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'fulfilment.delivered',
    summary: 'A fulfilment was delivered.',
    data: Fulfilment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'fulfilment.cancelled',
    summary: 'A fulfilment was cancelled.',
    data: Fulfilment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'fulfilment.lost',
    summary: 'A fulfilment was lost.',
    data: Fulfilment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'fulfilment.returned_to_sender',
    summary: 'A fulfilment came back undelivered.',
    data: Fulfilment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'return.requested',
    summary: 'A return was asked for.',
    data: Return,
    isPersonal: true,
  }),
  defineEvent({ type: 'return.approved', summary: 'A return was approved.', data: Return, isPersonal: true }),
  defineEvent({ type: 'return.declined', summary: 'A return was declined.', data: Return, isPersonal: true }),
  defineEvent({
    type: 'return.in_transit',
    summary: 'A return is on its way.',
    data: Return,
    isPersonal: true,
  }),
  defineEvent({ type: 'return.received', summary: 'A return has arrived.', data: Return, isPersonal: true }),
  defineEvent({
    type: 'return.inspected',
    summary: 'A return was inspected.',
    data: Return,
    isPersonal: true,
  }),
  defineEvent({
    type: 'return.completed',
    summary: 'A return is completed.',
    data: Return,
    isPersonal: true,
  }),
  defineEvent({
    type: 'return.cancelled',
    summary: 'A return was cancelled.',
    data: Return,
    isPersonal: true,
  }),
];
