/** An event that is sent, declared once: for the sender, the list of event types and the support table. */
export interface EventDeclaration {
  readonly type: string;
  readonly when: string;
  readonly resourceType: 'checkout-order' | 'authorization' | 'capture' | 'refund' | 'dispute';
  /** For people, as PayPal puts it. */
  readonly summary: string;
}

export const events = {
  orderApproved: {
    type: 'CHECKOUT.ORDER.APPROVED',
    when: 'the buyer approves on the approval page',
    resourceType: 'checkout-order',
    summary: 'An order has been approved by buyer',
  },
  orderCompleted: {
    type: 'CHECKOUT.ORDER.COMPLETED',
    when: 'an order is captured or authorized',
    resourceType: 'checkout-order',
    summary: 'Checkout Order Completed',
  },
  authorizationCreated: {
    type: 'PAYMENT.AUTHORIZATION.CREATED',
    when: 'an order is authorized, or an authorization is renewed',
    resourceType: 'authorization',
    summary: 'A payment authorization was created',
  },
  authorizationVoided: {
    type: 'PAYMENT.AUTHORIZATION.VOIDED',
    when: 'an authorization is voided',
    resourceType: 'authorization',
    summary: 'A payment authorization was voided',
  },
  captureCompleted: {
    type: 'PAYMENT.CAPTURE.COMPLETED',
    when: 'an order or an authorization is captured',
    resourceType: 'capture',
    summary: 'Payment completed',
  },
  captureDeclined: {
    type: 'PAYMENT.CAPTURE.DECLINED',
    when: 'a card is refused by its processor',
    resourceType: 'capture',
    summary: 'Payment declined',
  },
  captureRefunded: {
    type: 'PAYMENT.CAPTURE.REFUNDED',
    when: 'a capture is refunded; the resource is the refund',
    resourceType: 'refund',
    summary: 'Payment refunded',
  },
  disputeCreated: {
    type: 'CUSTOMER.DISPUTE.CREATED',
    when: 'a payment is captured whose buyer chose on the approval page to dispute it',
    resourceType: 'dispute',
    summary: 'A new dispute opened',
  },
  disputeResolved: {
    type: 'CUSTOMER.DISPUTE.RESOLVED',
    when: 'a dispute is accepted by the seller, or decided',
    resourceType: 'dispute',
    summary: 'A dispute was resolved',
  },
} as const satisfies Readonly<Record<string, EventDeclaration>>;

export const declaredEvents: readonly EventDeclaration[] = Object.values(events);
