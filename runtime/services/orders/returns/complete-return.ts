import type { Context, StepsContext } from '../../../context/context.ts';
import type { InputOf } from '../../../contract/operation.ts';
import type { OrderOperations } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { completeWhenDone } from '../orders/move-order.ts';
import { owedToCustomer } from '../orders/order-figures.ts';
import { requireVersion } from '../orders/require-version.ts';
import type { StoredOrder } from '../orders/stored-order.ts';
import { timeline } from '../orders/timeline.ts';
import { changedLines, writeOrder } from '../orders/write-order.ts';
import { makeRefund } from '../refunds/make-refund.ts';
import { type Credit, creditOf, noUnits, sumOfCredit, withCredit } from '../refunds/refund-figures.ts';
import { settleMoney } from '../refunds/settle-money.ts';
import { inOrder, makeExchange } from './exchange.ts';
import { getReturn, type OpenReturn, openReturn, performReturnMove, unitsOfReturn } from './move-return.ts';
import { moveReturn } from './return-states.ts';
import type { Return } from './stored-return.ts';

type Completion = InputOf<OrderOperations['orders.returns.complete']>;

/** What the customer gets for the units. Throws `invalid_input` where the fee is more than that. */
function creditOfReturn(
  order: StoredOrder,
  found: Return,
  { refund = true, shipping = false, restockingFee = 0 }: Completion,
): Credit {
  const units = refund ? unitsOfReturn(found) : noUnits;
  const credit = creditOf(order, { units, shipping, other: -restockingFee });
  if (sumOfCredit(credit) >= 0) return credit;
  const message = `is ${restockingFee}, and the units are worth ${sumOfCredit(credit) + restockingFee}.`;
  throw problem(problems.invalidInput, {
    detail: `/restockingFee ${message}`,
    errors: [{ pointer: '/restockingFee', message }],
  });
}

interface CompletionIds {
  readonly entryId: string;
  readonly refundId: string;
  readonly editId: string;
}

async function complete(
  context: Context,
  { order, found }: OpenReturn,
  input: Completion,
  ids: CompletionIds,
  asked: Pick<StepsContext, 'expectedVersion'>,
): Promise<void> {
  // An earlier run of the same request has done it already.
  if (await context.store.get(timeline, ids.entryId)) return;
  requireVersion(asked, found);
  moveReturn(found, 'orders.returns.complete');
  const credit = creditOfReturn(order, found, input);
  const returned = changedLines(order, unitsOfReturn(found), (line, quantity) => ({
    returningQuantity: line.returningQuantity - quantity,
    returnedQuantity: line.returnedQuantity + quantity,
  }));
  const total = sumOfCredit(credit);
  const money = (amount: number) => ({ amount, currency: order.currency });
  const written = await writeOrder(context, order, withCredit({ ...order, lines: returned }, credit));
  const settled =
    found.exchange.length === 0
      ? written
      : await makeExchange(context, written, found, { id: ids.editId, reason: input.reason });
  const amount = owedToCustomer(settled);
  const { refundId } = ids;
  const { id: returnId } = found;
  const { reason } = input;
  const refunding =
    amount > 0
      ? await makeRefund(context, settled, { id: refundId, kind: 'return', credit, amount, returnId, reason })
      : undefined;
  await performReturnMove(context, found, 'orders.returns.complete', {
    entryId: ids.entryId,
    ...{ credit: money(total), restockingFee: money(input.restockingFee ?? 0) },
    refundId: amount > 0 ? refundId : null,
    ...(found.exchange.length === 0 ? {} : { editId: ids.editId, exchange: inOrder(found) }),
    ...(reason === undefined ? {} : { reason }),
  });
  // What was not paid yet may be owed no more.
  await completeWhenDone(context, refunding?.order ?? settled);
}

/** Completes a return and gives the money back. */
export async function completeReturn(context: StepsContext, input: Completion): Promise<Return> {
  const ids = {
    ...{ entryId: context.stableId('otl'), refundId: context.stableId('oref') },
    editId: context.stableId('oedit'),
  };
  await context.transaction(async (step) =>
    complete(step, await openReturn(step, input.returnId), input, ids, context),
  );
  const found = await getReturn(context, input.returnId);
  await settleMoney(context, found.orderId, ids.refundId);
  return found;
}
