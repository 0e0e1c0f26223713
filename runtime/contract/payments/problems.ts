import Type from 'typebox';
import { defineProblems } from '../problem.ts';
import { minorUnits } from '../schema/primitives.ts';

export const paymentProblems = defineProblems({
  paymentState: {
    code: 'payment_state',
    status: 409,
    title: 'The payment can not do that in its present state.',
    hint: '"details.state" is its state and "details.allowed" are the operations it allows.',
    kind: 'conflict',
    details: Type.Object({ state: Type.String(), allowed: Type.Array(Type.String()) }),
  },
  paymentInProgress: {
    code: 'payment_in_progress',
    status: 409,
    title: 'The payment is still busy with something else.',
    hint: 'What was asked before is being finished at the provider; retry in some seconds.',
    kind: 'conflict',
  },
  paymentAmount: {
    code: 'payment_amount',
    status: 422,
    title: 'The amount is more than can be captured or refunded.',
    hint: '"details.available" is how much it can be, in minor units; leave the amount out for all of it.',
    kind: 'caller',
    details: Type.Object({ available: minorUnits(), currency: Type.String() }),
  },
  methodUnavailable: {
    code: 'payment_method_unavailable',
    status: 422,
    title: 'The store does not take this way to pay here.',
    hint: 'payments.methods.list lists the ways to pay for a channel and a currency.',
    kind: 'caller',
  },
  providerFailed: {
    code: 'payment_provider_failed',
    status: 502,
    title: 'The payment provider did not do what was asked.',
    hint: 'Retry with the same idempotency key: nothing is charged or refunded twice.',
    kind: 'provider',
    details: Type.Object({ provider: Type.String(), providerCode: Type.Union([Type.String(), Type.Null()]) }),
  },
  providerRefused: {
    code: 'payment_provider_refused',
    status: 422,
    title: 'The payment provider refuses that.',
    hint: 'The detail is what the provider says; the same request is refused again.',
    kind: 'provider',
    details: Type.Object({ provider: Type.String(), providerCode: Type.Union([Type.String(), Type.Null()]) }),
  },
  invalidSignature: {
    code: 'invalid_signature',
    status: 400,
    title: 'The signature of the notice is not valid.',
    hint: "Check that the webhook's secret in the config is that of this endpoint at the provider.",
    kind: 'caller',
  },
  disputeClosed: {
    code: 'dispute_closed',
    status: 409,
    title: 'The dispute can not be answered any more.',
    hint: 'Only a dispute in the state "needs_response" can be.',
    kind: 'conflict',
    details: Type.Object({ state: Type.String() }),
  },
});
