import type { BatchHandler, HandlersOf } from '../../../context/service.ts';
import type { InputOf } from '../../../contract/operation.ts';
import type { OrderOperations } from '../../../contract/orders/index.ts';
import { listPages } from '../../../lists/index.ts';
import { amountDue } from '../orders/order-figures.ts';
import { requireWork } from '../orders/order-states.ts';
import { openOrder } from '../orders/write-order.ts';
import { applyEdit } from './apply-edit.ts';
import { refundOfEdit, withEdit } from './perform-edit.ts';
import { planEdit } from './plan-edit.ts';
import { orderEdits } from './stored-edit.ts';

type Operations = Pick<OrderOperations, Extract<keyof OrderOperations, `orders.edits.${string}`>>;
type ListInput = InputOf<OrderOperations['orders.edits.list']>;

const rangeOf = ({ orderId }: ListInput) => ({
  ...{ index: 'byOrder', where: { orderId }, direction: 'descending' as const },
});

/** Several lists in one read. */
export const listEdits: BatchHandler = (context, inputs: readonly ListInput[]) => {
  const lists = inputs.map((input) => ({ range: rangeOf(input), input }));
  return listPages(context, 'orders.edits.list', orderEdits, lists);
};

/** Handlers of edits, in the contract's order. */
export const editHandlers: HandlersOf<Operations> = {
  async 'orders.edits.preview'(context, { orderId, ...input }) {
    const order = await openOrder(context, orderId);
    requireWork(order, 'orders.edits.apply');
    const planned = await planEdit(context, order, input);
    const money = (amount: number) => ({ amount, currency: order.currency });
    const { after, difference, problems } = planned;
    const answer = {
      ...after,
      orderVersion: order.version,
      difference: money(difference),
      problems: [...problems],
    };
    // What can't be sold has no price, so nothing follows from it.
    if (problems.length > 0) {
      return { ...answer, balance: order.balance, outcome: 'nothing', outcomeAmount: money(0) };
    }
    const edited = withEdit(order, planned);
    const refund = refundOfEdit(edited, planned);
    const due = difference > 0 ? amountDue(edited) : 0;
    const outcome = refund > 0 ? 'refund' : due > 0 ? 'pay' : 'nothing';
    return { ...answer, balance: edited.balance, outcome, outcomeAmount: money(refund || due) };
  },

  async 'orders.edits.apply'(context, input) {
    return applyEdit(context, input);
  },

  async 'orders.edits.list'(context, input) {
    const [page] = await listPages(context, 'orders.edits.list', orderEdits, [
      { range: rangeOf(input), input },
    ]);
    if (!page) throw new Error('A list gave no page.');
    return page;
  },
};
