import type { Context, StepsContext } from '../../../context/context.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { type OrderOperations, orderProblems } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { moneyText } from '../../../money/index.ts';
import { completeWhenDone } from '../orders/move-order.ts';
import { requireWork } from '../orders/order-states.ts';
import { requireVersion } from '../orders/require-version.ts';
import { presentOrder, type StoredOrder } from '../orders/stored-order.ts';
import { openOrder } from '../orders/write-order.ts';
import { settleMoney } from '../refunds/settle-money.ts';
import { performEdit } from './perform-edit.ts';
import { type PlannedEdit, planEdit } from './plan-edit.ts';
import { orderEdits } from './stored-edit.ts';

type Apply = InputOf<OrderOperations['orders.edits.apply']>;

/**
 * Refuses an edit that can't be sold.
 * @throws {Problem} `edit_refused`, naming everything.
 */
export function requireSaleable({ problems: found }: Pick<PlannedEdit, 'problems'>): void {
  const [first] = found;
  if (!first) return;
  throw problem(orderProblems.editRefused, {
    detail: first.message,
    errors: found.map(({ pointer, message }) => ({ pointer, message })),
  });
}

function requireDifference(
  { currency }: StoredOrder,
  { difference: actual }: PlannedEdit,
  expected: number | undefined,
): void {
  if (expected === undefined || expected === actual) return;
  const text = (amount: number) => moneyText({ amount, currency });
  throw problem(orderProblems.editDifference, {
    detail: `The edit makes a difference of ${text(actual)}, and ${text(expected)} was expected.`,
    details: { expected, actual },
  });
}

async function edit(
  context: Context,
  { orderId, reason, expectedDifference, ...input }: Apply,
  ids: { readonly id: string; readonly refundId: string },
  asked: Pick<StepsContext, 'expectedVersion'>,
): Promise<void> {
  const order = await openOrder(context, orderId, { lock: true });
  // An earlier run of the same request has done it already.
  if (await context.store.get(orderEdits, ids.id)) return;
  requireVersion(asked, order);
  requireWork(order, 'orders.edits.apply');
  const planned = await planEdit(context, order, input);
  requireSaleable(planned);
  requireDifference(order, planned, expectedDifference);
  const made = await performEdit(context, order, planned, { ...ids, reason });
  await completeWhenDone(context, made.order);
}

/** Edits an order, once, and gives back what it costs less. */
export async function applyEdit(context: StepsContext, input: Apply) {
  const ids = { id: context.stableId('oedit'), refundId: context.stableId('oref') };
  await context.transaction((step) => edit(step, input, ids, context));
  await settleMoney(context, input.orderId, ids.refundId);
  const made = await context.store.get(orderEdits, ids.id);
  if (!made) throw problem(problems.notFound, { detail: `There is no edit ${ids.id}.` });
  return { edit: made, order: presentOrder(await openOrder(context, input.orderId)) };
}
