import { ledgerOperations } from './ledger.ts';
import { paymentEvents } from './payment-events.ts';
import { paymentOperations, paymentResource } from './payments.ts';
import { refundOperations, refundResources } from './refunds.ts';

export { Payment, PaymentDispute, PaymentRefund } from './payment-schemas.ts';
export { paymentProblems } from './problems.ts';

/** How money comes in and goes back, and the books about it. */
export function paymentsContract() {
  return {
    operations: { ...paymentOperations, ...refundOperations, ...ledgerOperations },
    resources: [paymentResource, ...refundResources],
    events: paymentEvents,
  };
}

export type PaymentOperations = ReturnType<typeof paymentsContract>['operations'];
