import { checkoutProblems } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import { isPaid, type Payment } from './payments-of-cart.ts';

/** @throws {Problem} `payment_pending` or `payment_failed`, unless the money is there. */
export function requirePaid({ id, state, failure, redirectUrl }: Payment): void {
  if (isPaid(state)) return;
  if (state === 'pending' || state === 'requires_action') {
    throw problem(checkoutProblems.paymentPending, {
      detail: `The payment ${id} is ${state === 'pending' ? 'being made' : 'waiting for the shopper'}.`,
      details: { paymentId: id, state, redirectUrl },
      retryAfter: 1,
    });
  }
  throw problem(checkoutProblems.paymentFailed, {
    detail: failure?.message ?? `The payment ${id} is ${state}.`,
    details: {
      paymentId: id,
      reason: failure?.code ?? state,
      isRetryable: failure?.isRetryable ?? true,
    },
  });
}
