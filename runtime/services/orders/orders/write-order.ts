import type { Context } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { NewDocument, Reader } from '../../../store/port.ts';
import { fulfilmentStateOf, paymentStateOf, returnStateOf } from './derived-states.ts';
import { balanceOf } from './order-figures.ts';
import { type Order, orders, type StoredOrder } from './stored-order.ts';

/** An order; locked, nobody else changes it or anything of it until the transaction ends. Throws `not_found`. */
export async function openOrder(
  { store }: { readonly store: Pick<Reader, 'get'> },
  orderId: string,
  options: { readonly lock?: boolean } = {},
): Promise<StoredOrder> {
  const order = await store.get(orders, orderId, options);
  if (!order) throw problem(problems.notFound, { detail: `There is no order ${orderId}.` });
  return order;
}

const sumOf = (order: Pick<Order, 'payments'>, figure: 'capturable' | 'captured' | 'refunded') =>
  order.payments.reduce((sum, payment) => sum + payment[figure].amount, 0);

/** An order with everything that follows from its lines and payments. */
export function withDerived<Draft extends NewDocument<StoredOrder>>(order: Draft): Draft {
  const money = (amount: number) => ({ amount, currency: order.currency });
  const summed = {
    ...order,
    authorized: money(sumOf(order, 'capturable')),
    paid: money(sumOf(order, 'captured')),
    refunded: money(sumOf(order, 'refunded')),
  };
  return {
    ...summed,
    balance: money(balanceOf(summed)),
    paymentState: paymentStateOf(summed),
    fulfilmentState: fulfilmentStateOf(order.lines),
    returnState: returnStateOf(order.lines),
  };
}

/** Writes a change of a locked order, with what follows from it. */
export async function writeOrder(
  context: Context,
  order: StoredOrder,
  change: Partial<NewDocument<StoredOrder>>,
): Promise<StoredOrder> {
  return context.store.update(orders, order.id, () => withDerived({ ...order, ...change }), {
    expectedVersion: undefined,
  });
}

/** Changes units of lines; each change says what becomes of the line. */
export function changedLines(
  order: StoredOrder,
  changes: ReadonlyMap<string, number>,
  change: (line: StoredOrder['lines'][number], units: number) => Partial<StoredOrder['lines'][number]>,
): StoredOrder['lines'] {
  return order.lines.map((line) => {
    const units = changes.get(line.id);
    return units === undefined ? line : { ...line, ...change(line, units) };
  });
}
