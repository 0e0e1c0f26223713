import type { Wording } from './wording.ts';

export const english: Wording = {
  orderPlaced: {
    subject: (number, store) => `Your order ${number} at ${store}`,
    heading: 'Thank you for your order',
    lead: 'We have received your order and write again as soon as it is on its way.',
    instructions: 'How to pay',
  },
  orderEdited: {
    subject: (number) => `Order ${number} was changed`,
    heading: 'Your order was changed',
    lead: 'This is what your order consists of now.',
    owed: (amount, isPaidOnline) =>
      isPaidOnline
        ? `${amount} of it are still to be paid: please do so on the page of your order.`
        : `${amount} of it are still to be paid.`,
  },
  orderShipped: {
    subject: (number) => `Order ${number} is on its way`,
    heading: 'Your parcel is on its way',
    lead: (isWhole) =>
      isWhole
        ? 'Everything that you ordered has been sent.'
        : 'Part of your order has been sent. We write again when the rest follows.',
  },
  orderRefunded: {
    subject: (number) => `Refund for order ${number}`,
    heading: 'We have refunded you',
    lead: (amount) =>
      `${amount} is on its way back to the means of payment that you used. Banks take up to ten days to show it.`,
  },
  orderCancelled: {
    subject: (number) => `Order ${number} was cancelled`,
    heading: 'Your order was cancelled',
    lead: 'Nothing more of it will be sent.',
    refund: 'What you have paid comes back to the means of payment that you used.',
  },
  customerSignIn: {
    subject: (store) => `Sign in to ${store}`,
    heading: 'Your link to sign in',
    lead: (minutes) => `This link signs you in. It works once, within ${minutes} minutes.`,
    button: 'Sign in',
    ignore:
      'If you did not ask for it, there is nothing to do: without the link nobody is signed in. Do not pass it on.',
  },
  webhookEndpointDisabled: {
    subject: (store) => `A webhook endpoint of ${store} was disabled`,
    heading: 'A webhook endpoint was disabled',
    lead: 'Nothing is sent to it any more. What happens meanwhile is kept for 30 days.',
    endpoint: 'Endpoint',
    whatToDo:
      'Once it answers again: resume it, and replay what it missed (hp webhooks replay, or the dashboard).',
  },
  stockReport: {
    subject: (store, partner, isFailed) =>
      isFailed
        ? `The stock of ${store} could not be compared with "${partner}"`
        : `The stock of ${store} and of "${partner}" is not the same`,
    lead: (differences, compared) => `${differences} of ${compared} counts differ. Neither side was changed.`,
    notCompared: 'Nothing is known of differences until it was compared.',
    partner: 'Partner',
    report: 'Report',
    counts: (here, there) => `here ${here ?? 'unknown'}, there ${there ?? 'unknown'}`,
    more: (count) => `${count} more stand in the report.`,
    whatToDo:
      'Correct the side that is wrong. The report stands in the dashboard, under Data, Reconciliations.',
    tryAgain: 'It is tried again in the next night, or when you ask for it.',
  },
  labels: {
    order: 'Order',
    date: 'Date',
    items: 'Items',
    sums: 'Amounts',
    subtotal: 'Subtotal',
    discount: 'Discount',
    shipping: (method) => (method === null ? 'Shipping' : `Shipping (${method})`),
    total: 'Total',
    includedTax: (name, rate) => `incl. ${name} ${rate}`,
    addedTax: (name, rate) => `${name} ${rate}`,
    shippingAddress: 'Delivered to',
    billingAddress: 'Billed to',
    carrier: 'Carrier',
    trackingNumber: 'Tracking number',
    track: 'Track the parcel',
    viewOrder: 'View your order',
    refunded: 'Refunded',
    reason: 'Reason',
    vatId: 'VAT ID',
  },
};
