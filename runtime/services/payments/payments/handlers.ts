import type { HandlersOf } from '../../../context/service.ts';
import type { PaymentOperations } from '../../../contract/payments/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPage } from '../../../lists/index.ts';
import { offeredMethods } from '../methods/offered-methods.ts';
import { type PaymentPorts, reach } from '../ports.ts';
import { assignOrder } from './assign-order.ts';
import { intendCancel, intendCapture } from './intend-move.ts';
import { openPayment } from './open-payment.ts';
import { presentPayment } from './present-payment.ts';
import { readAgain, settlePayment } from './settle-payment.ts';
import { intendPayment, requireOffered } from './start-payment.ts';
import { payments } from './stored-payment.ts';

type PaymentOperation =
  | `payments.payments.${'list' | 'get' | 'create' | 'refresh' | 'capture' | 'cancel' | 'assignOrder'}`
  | 'payments.methods.list';

/** The group of the index that a filter means; only one filter at a time is indexed. */
function groupOf(filters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const [first, second] = given;
  if (second) {
    throw problem(problems.invalidFilter, {
      detail: `Payments are listed by one of ${Object.keys(filters).join(', ')} at a time.`,
      errors: [{ pointer: `/${second[0]}`, message: 'can not be combined with the other filter.' }],
    });
  }
  return first ? `${first[0]}:${first[1]}` : '*';
}

/** Handlers of payments, in the contract's order. */
export function paymentHandlers(ports: PaymentPorts): Pick<HandlersOf<PaymentOperations>, PaymentOperation> {
  return {
    async 'payments.payments.list'(context, { orderId, cartId, state, ...page }) {
      const where = { group: groupOf({ order: orderId, cart: cartId, state }) };
      const range = { index: 'byCreated', where, direction: 'descending' as const };
      const listed = await listPage(context, 'payments.payments.list', payments, range, page);
      return { ...listed, data: listed.data.map(presentPayment) };
    },

    async 'payments.payments.get'(context, { paymentId }) {
      return presentPayment(await openPayment(context.store, paymentId));
    },

    async 'payments.payments.create'(context, input) {
      requireOffered(context, input);
      const reached = await reach(context, ports, input.provider);
      const payment = await intendPayment(context, input, reached.provider);
      const isStart = payment.wanted?.kind === 'start';
      return presentPayment(
        isStart ? await settlePayment(context, reached, payment, { isResumed: false }) : payment,
      );
    },

    async 'payments.payments.refresh'(context, { paymentId }) {
      const payment = await openPayment(context.store, paymentId);
      const reached = await reach(context, ports, payment.provider);
      if (payment.wanted)
        return presentPayment(await settlePayment(context, reached, payment, { isResumed: true }));
      return presentPayment(await readAgain(context, reached, payment));
    },

    async 'payments.payments.capture'(context, { paymentId, amount }) {
      const { provider } = await openPayment(context.store, paymentId);
      const reached = await reach(context, ports, provider);
      const payment = await intendCapture(context, paymentId, amount);
      return presentPayment(await settlePayment(context, reached, payment, { isResumed: false }));
    },

    async 'payments.payments.cancel'(context, { paymentId, reason = 'requested', unassignedOnly = false }) {
      const { provider } = await openPayment(context.store, paymentId);
      const reached = await reach(context, ports, provider);
      const payment = await intendCancel(context, paymentId, { reason, unassignedOnly });
      return presentPayment(await settlePayment(context, reached, payment, { isResumed: false }));
    },

    async 'payments.payments.assignOrder'(context, { paymentId, orderId }) {
      return presentPayment(await assignOrder(context, paymentId, orderId));
    },

    async 'payments.methods.list'(context, { channel, currency }) {
      const shopper = context.actor.channel;
      const methods = offeredMethods(context.config.payments, { channel: channel ?? shopper, currency });
      return { methods };
    },
  };
}
