import type { Context } from '../../../context/context.ts';
import type { BatchHandler, HandlersOf } from '../../../context/service.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { type OrderOperations, orderProblems } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPages } from '../../../lists/index.ts';
import { moneyText } from '../../../money/index.ts';
import { checkedUnits } from '../fulfilments/line-units.ts';
import { owedToCustomer, refundable } from '../orders/order-figures.ts';
import { presentOrder, type StoredOrder } from '../orders/stored-order.ts';
import { happened } from '../orders/timeline.ts';
import { openOrder, writeOrder } from '../orders/write-order.ts';
import { makeRefund, refundFigures } from './make-refund.ts';
import { type Credit, creditOf, splitOverPayments, sumOfCredit, withCredit } from './refund-figures.ts';
import { settleMoney } from './settle-money.ts';
import { type OrderRefund, orderRefunds } from './stored-refund.ts';

type Wanted = InputOf<OrderOperations['orders.orders.previewRefund']>;
type RefundOperation = `orders.orders.${'previewRefund' | 'refund' | 'listRefunds' | 'getRefund'}`;
type ListInput = InputOf<OrderOperations['orders.orders.listRefunds']>;

/** What is wanted, in figures. Throws `order_units`, `refund_too_large` or `invalid_input`. */
function decide(
  order: StoredOrder,
  { lines = [], shipping, amount, owed = false }: Wanted,
): { readonly credit: Credit; readonly amount: number } {
  const units = checkedUnits(
    order.lines,
    lines,
    ({ quantity, refundedQuantity }) => quantity - refundedQuantity,
    'refunded',
  );
  const credit = creditOf(order, { units, shipping, other: amount });
  const total = sumOfCredit(credit) + (owed ? owedToCustomer(order) : 0);
  if (total <= 0) {
    const message = 'give "lines", "shipping", "amount" or "owed": there is nothing to refund.';
    throw problem(problems.invalidInput, { detail: message, errors: [{ pointer: '', message }] });
  }
  const most = refundable(order);
  if (total > most) {
    const text = (amount: number) => moneyText({ amount, currency: order.currency });
    throw problem(orderProblems.refundTooLarge, {
      detail: `${text(total)} were to be refunded, and ${text(most)} can be.`,
      details: { requested: total, refundable: most },
    });
  }
  return { credit, amount: total };
}

async function beginRefund(
  context: Context,
  id: string,
  { reason, ...wanted }: InputOf<OrderOperations['orders.orders.refund']>,
): Promise<void> {
  if (await context.store.get(orderRefunds, id)) return;
  const order = await openOrder(context, wanted.orderId, { lock: true });
  const { credit, amount } = decide(order, wanted);
  const credited = await writeOrder(context, order, withCredit(order, credit));
  const made = await makeRefund(context, credited, { id, kind: 'refund', credit, amount, reason });
  await happened(context, order.id, 'order.payment_changed', presentOrder(made.order), {
    message: `A refund of ${moneyText({ amount, currency: order.currency })} was asked for.`,
    ...{ refundId: id, reason },
  });
}

export async function requireRefund(
  { store }: { readonly store: Pick<Context['store'], 'get'> },
  id: string,
): Promise<OrderRefund> {
  const refund = await store.get(orderRefunds, id);
  if (!refund) throw problem(problems.notFound, { detail: `There is no refund ${id}.` });
  return refund;
}

const rangeOf = ({ orderId }: ListInput) => ({
  ...{ index: 'byOrder', where: { orderId }, direction: 'descending' as const },
});

/** Several lists in one read. */
export const listRefunds: BatchHandler = async (context, inputs: readonly ListInput[]) => {
  const lists = inputs.map((input) => ({ range: rangeOf(input), input }));
  return listPages(context, 'orders.orders.listRefunds', orderRefunds, lists);
};

/** Handlers of refunds, in the contract's order. */
export const refundHandlers: Pick<HandlersOf<OrderOperations>, RefundOperation> = {
  async 'orders.orders.previewRefund'(context, wanted) {
    const order = await openOrder(context, wanted.orderId);
    const { credit, amount } = decide(order, wanted);
    const money = (minor: number) => ({ amount: minor, currency: order.currency });
    return {
      ...refundFigures(order, credit, amount),
      parts: splitOverPayments(order, amount).map((part) => ({
        ...{ ...part, amount: money(part.amount), refundId: '' },
      })),
      refundable: money(refundable(order)),
    };
  },

  async 'orders.orders.refund'(context, input) {
    const id = context.stableId('oref');
    await context.transaction((step) => beginRefund(step, id, input));
    await settleMoney(context, input.orderId, id);
    return requireRefund(context, id);
  },

  async 'orders.orders.listRefunds'(context, input) {
    const lists = [{ range: rangeOf(input), input }];
    const [page] = await listPages(context, 'orders.orders.listRefunds', orderRefunds, lists);
    if (!page) throw new Error('A list gave no page.');
    return page;
  },

  async 'orders.orders.getRefund'(context, { refundId }) {
    return requireRefund(context, refundId);
  },
};
