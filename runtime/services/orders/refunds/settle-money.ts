import type { Context, StepsContext } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { Problem } from '../../../contract/problem.ts';
import { moneyText } from '../../../money/index.ts';
import { orders, type StoredOrder } from '../orders/stored-order.ts';
import { syncPayments } from '../orders/sync-payments.ts';
import { happened } from '../orders/timeline.ts';
import { openOrder, writeOrder } from '../orders/write-order.ts';
import { moneyDueIn } from './make-refund.ts';
import { type OrderRefund, orderRefunds } from './stored-refund.ts';

/*
 * Money that an order has to give back or to let go of: what was written down is asked of the providers, by ids that
 * were written down with it. Done again from the start after a crash, it gives nothing back twice.
 */

/** States of payments that may still become money. */
const open = ['pending', 'requires_action', 'authorized'];

/** Refunds that are looked at in one run of one order. */
const most = 100;

/** A refusal for good: asking again would be refused again. Everything else is asked again later. */
function isFinal(error: unknown): error is Problem {
  return (
    error instanceof Problem &&
    error.definition.status < 500 &&
    !['payment_in_progress', 'idempotency_in_progress'].includes(error.code)
  );
}

async function endRefund(
  context: Context,
  { id, orderId, parts }: OrderRefund,
  failure: string | null,
): Promise<void> {
  const order = await openOrder(context, orderId, { lock: true });
  const current = await context.store.get(orderRefunds, id);
  if (current?.state !== 'pending') return;
  const state = failure === null ? ('completed' as const) : ('failed' as const);
  const refund = await context.store.update(orderRefunds, id, (before) => ({ ...before, state, failure }));
  const ids = parts.map(({ refundId }) => refundId);
  const without = order.internal.refunding.filter(({ refundId }) => !ids.includes(refundId));
  const written = await writeOrder(context, order, { internal: { ...order.internal, refunding: without } });
  await syncPayments(context, written);
  const sum = moneyText(refund.amount);
  await happened(context, orderId, failure === null ? 'order.refunded' : 'order.refund_failed', refund, {
    message: failure === null ? `${sum} were given back.` : `${sum} could not be given back: ${failure}`,
    ...{ refundId: id, reason: refund.reason, isShownToCustomer: failure === null },
  });
}

async function performRefund(context: StepsContext, refund: OrderRefund): Promise<void> {
  const ask = operationOf(context, 'payments.payments.refund');
  let failure: string | null = null;
  for (const { paymentId, amount, refundId } of refund.parts) {
    try {
      await context.call(ask, { id: refundId, paymentId, amount, reference: refund.id });
    } catch (error) {
      if (!isFinal(error)) throw error;
      failure = error.message;
    }
  }
  await context.transaction((step) => endRefund(step, refund, failure));
}

async function releaseAuthorizations(context: StepsContext, order: StoredOrder): Promise<void> {
  const cancel = operationOf(context, 'payments.payments.cancel');
  for (const { paymentId, state } of order.payments) {
    if (!open.includes(state)) continue;
    try {
      await context.call(cancel, { paymentId, reason: 'requested' });
    } catch (error) {
      // It was taken meanwhile: then it is refunded, see `syncPayments`.
      if (!isFinal(error)) throw error;
    }
  }
}

async function finish(context: Context, orderId: string): Promise<void> {
  const order = await openOrder(context, orderId, { lock: true });
  const { internal, ...synced } = await syncPayments(context, order);
  const { items } = await context.store.query(orderRefunds, {
    ...{ index: 'pending', where: { orderId }, pageSize: 1 },
  });
  const isHeld = synced.state === 'cancelled' && synced.payments.some(({ state }) => open.includes(state));
  const isWaiting = items.length > 0 || isHeld;
  const moneyDueAt = isWaiting ? (internal.moneyDueAt ?? moneyDueIn(context)) : null;
  if (moneyDueAt === internal.moneyDueAt) return;
  await writeOrder(context, { ...synced, internal }, { internal: { ...internal, moneyDueAt } });
}

/** Refunds of an order that are still to be asked for: the one named, else all. */
async function pendingRefunds(context: StepsContext, orderId: string, refundId: string | undefined) {
  if (refundId !== undefined) {
    const refund = await context.store.get(orderRefunds, refundId);
    return refund?.state === 'pending' ? [refund] : [];
  }
  const range = { index: 'pending', where: { orderId }, pageSize: most };
  const { items } = await context.store.query(orderRefunds, range);
  return items.map(({ document }) => document);
}

/** Gives back and lets go of what an order has to. Throws where a provider can't be asked now. */
async function settle(context: StepsContext, orderId: string, refundId?: string): Promise<void> {
  const order = await openOrder(context, orderId);
  if (order.internal.moneyDueAt === null) return;
  if (order.state === 'cancelled') await releaseAuthorizations(context, order);
  for (const refund of await pendingRefunds(context, orderId, refundId)) await performRefund(context, refund);
  await context.transaction((step) => finish(step, orderId));
}

async function trySettle(context: StepsContext, orderId: string, refundId?: string): Promise<boolean> {
  try {
    await settle(context, orderId, refundId);
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    context.log.warn({ orderId, code: error.code }, 'The money of an order waits for a provider.');
    return false;
  }
}

/**
 * Asks for what a request has written down, its own refund alone: others' are under way with those who wrote them, or
 * left to the clock. What can't be asked now is left to it, too: the request has done its part, and whoever heard that
 * it failed would ask for the money a second time.
 */
export async function settleMoney(context: StepsContext, orderId: string, refundId: string): Promise<void> {
  await trySettle(context, orderId, refundId);
}

async function postpone(context: Context, orderId: string): Promise<void> {
  const order = await openOrder(context, orderId, { lock: true });
  await writeOrder(context, order, { internal: { ...order.internal, moneyDueAt: moneyDueIn(context, 300) } });
}

/** Takes up what requests have left behind. */
export async function settleDueMoney(context: StepsContext): Promise<void> {
  const before = new Date(context.clock.now().getTime() + 1).toISOString();
  const { items } = await context.store.query(orders, {
    ...{ index: 'byMoneyDue', where: { all: 1 }, range: { before }, pageSize: 20 },
  });
  for (const { document } of items) {
    const isSettled = await trySettle(context, document.id);
    if (!isSettled) await context.transaction((step) => postpone(step, document.id));
  }
}
