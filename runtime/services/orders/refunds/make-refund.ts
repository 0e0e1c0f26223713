import type { Context } from '../../../context/context.ts';
import type { StoredOrder } from '../orders/stored-order.ts';
import { writeOrder } from '../orders/write-order.ts';
import { type Credit, splitOverPayments } from './refund-figures.ts';
import { type OrderRefund, orderRefunds } from './stored-refund.ts';

/** How long a run may take before the clock looks after the money that it left. */
const graceSeconds = 120;

export function moneyDueIn(context: Context, seconds = graceSeconds): string {
  return new Date(context.clock.now().getTime() + seconds * 1000).toISOString();
}

export interface RefundToMake {
  readonly id: string;
  readonly kind: OrderRefund['kind'];
  readonly credit: Credit;
  /** Minor units that are given back. */
  readonly amount: number;
  readonly returnId?: string;
  readonly reason?: string | null | undefined;
}

/** What a refund consists of, as callers see it. */
export function refundFigures(order: StoredOrder, credit: Credit, amount: number) {
  const money = (minor: number) => ({ amount: minor, currency: order.currency });
  const ofLines = credit.lines.reduce((sum, line) => sum + line.amount, 0);
  return {
    amount: money(amount),
    lines: credit.lines.map((line) => ({ ...line, amount: money(line.amount) })),
    shipping: money(credit.shipping),
    other: money(amount - ofLines - credit.shipping),
  };
}

/**
 * Writes down that money is to be given back, in the transaction with what it is given back for. Asking the providers
 * follows: by the request that wrote it, or, where that ended, by the clock.
 */
export async function makeRefund(
  context: Context,
  order: StoredOrder,
  { id, kind, credit, amount, returnId, reason }: RefundToMake,
): Promise<{ readonly order: StoredOrder; readonly refund: OrderRefund }> {
  const money = (minor: number) => ({ amount: minor, currency: order.currency });
  const parts = splitOverPayments(order, amount).map((part) => ({
    ...part,
    refundId: context.ids.next('rfnd'),
  }));
  const refund = await context.store.insert(orderRefunds, {
    ...{ id, orderId: order.id, state: 'pending', kind, returnId: returnId ?? null, failure: null },
    ...{ ...refundFigures(order, credit, amount), reason: reason ?? null },
    parts: parts.map((part) => ({ ...part, amount: money(part.amount) })),
  });
  const refunding = parts.map(({ refundId, paymentId, amount: part }) => ({
    ...{ refundId, paymentId, amount: part },
  }));
  const written = await writeOrder(context, order, {
    internal: {
      ...order.internal,
      refunding: [...order.internal.refunding, ...refunding],
      moneyDueAt: moneyDueIn(context),
    },
  });
  return { order: written, refund };
}
