import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import type { InputOf } from '../../../contract/operation.ts';
import type { PaymentOperations } from '../../../contract/payments/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPages } from '../../../lists/index.ts';
import { openPayment } from '../payments/open-payment.ts';
import { type PaymentPorts, reach } from '../ports.ts';
import { intendRefund } from './intend-refund.ts';
import { settleRefund } from './settle-refund.ts';
import { paymentRefunds, presentRefund } from './stored-refund.ts';

type RefundOperation = 'payments.payments.refund' | `payments.refunds.${'list' | 'get'}`;

/** Pages of refunds, all or of a payment, for several callers in one read. */
export async function listRefunds(
  context: Context,
  inputs: readonly InputOf<PaymentOperations['payments.refunds.list']>[],
) {
  const lists = inputs.map(({ paymentId, ...input }) => {
    const where = { group: paymentId === undefined ? '*' : `payment:${paymentId}` };
    return { range: { index: 'byCreated', where, direction: 'descending' as const }, input };
  });
  const pages = await listPages(context, 'payments.refunds.list', paymentRefunds, lists);
  return pages.map((page) => ({ ...page, data: page.data.map(presentRefund) }));
}

/** Handlers of refunds, in the contract's order. */
export function refundHandlers(ports: PaymentPorts): Pick<HandlersOf<PaymentOperations>, RefundOperation> {
  return {
    async 'payments.payments.refund'(context, input) {
      const { provider } = await openPayment(context.store, input.paymentId);
      const reached = await reach(context, ports, provider);
      const refund = await intendRefund(context, input);
      return presentRefund(await settleRefund(context, reached, refund, { isResumed: false }));
    },

    async 'payments.refunds.list'(context, input) {
      const [page] = await listRefunds(context, [input]);
      return page ?? { data: [], page: { next: null } };
    },

    async 'payments.refunds.get'(context, { refundId }) {
      const refund = await context.store.get(paymentRefunds, refundId);
      if (!refund) throw problem(problems.notFound, { detail: `There is no refund ${refundId}.` });
      return presentRefund(refund);
    },
  };
}
