import type { Context } from '../../../context/context.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { type OrderOperations, orderProblems } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { byVariant, reserveUnits, variantUnits } from '../fulfilments/held-stock.ts';
import { operationOf } from '../operation-of.ts';
import { createOrder } from '../orders/create-order.ts';
import type { HeldStock, OrderLine, StoredOrder } from '../orders/stored-order.ts';
import type { Return } from './stored-return.ts';

type Replacement = NonNullable<InputOf<OrderOperations['orders.returns.complete']>['exchange']>;

async function reserveAll(
  context: Context,
  order: StoredOrder,
  lines: readonly Pick<OrderLine, 'id' | 'variantId' | 'quantity'>[],
) {
  const units = new Map(lines.map(({ id, quantity }) => [id, quantity]));
  const stock: HeldStock[] = [];
  for (const [variantId, quantity] of variantUnits(lines, units)) {
    const held = await reserveUnits(context, order, variantId, quantity);
    if (held) stock.push(held);
  }
  return byVariant(stock);
}

/**
 * The order of what is got instead: at the prices of now, its stock reserved, paid by the credit as far as that goes.
 * @throws {Problem} `edit_refused` where something can't be sold; `out_of_stock`.
 */
export async function makeExchange(
  context: Context,
  order: StoredOrder,
  { id: returnId }: Return,
  replacement: Replacement,
  { id, credit }: { readonly id: string; readonly credit: number },
): Promise<{ readonly order: StoredOrder; readonly used: number }> {
  const { channel, currency, locale, country, customerId, customerGroup, isTaxExempt, email } = order;
  const { shippingAddress, billingAddress } = order;
  const quote = await context.call(operationOf(context, 'checkout.quotes.calculate'), {
    ...{ channel, currency, locale, country, customerId, customerGroup, isTaxExempt, email },
    ...{ shippingAddress, lines: replacement.map(({ variantId, quantity }) => ({ variantId, quantity })) },
  });
  const [first] = quote.problems;
  if (first) {
    throw problem(orderProblems.editRefused, {
      detail: first.message,
      errors: quote.problems.map(({ pointer, message }) => ({
        ...{ pointer: pointer.replace('/lines', '/exchange'), message },
      })),
    });
  }
  const used = Math.min(credit, quote.totals.total.gross.amount);
  const stock = await reserveAll(context, order, quote.lines);
  const made = await createOrder(
    context,
    {
      ...{ id, channel, currency, locale, country, customerId, customerGroup, isTaxExempt, email },
      ...{ shippingAddress, billingAddress, shippingMethod: quote.shippingMethod },
      ...{ lines: quote.lines, discounts: quote.discounts, totals: quote.totals },
      ...{ reservations: stock.map(({ variantId, reservationId }) => ({ variantId, reservationId })) },
      tokenDigest: order.internal.tokenDigest,
    },
    { exchangeOf: { orderId: order.id, returnId }, transferred: used },
  );
  return { order: made, used };
}
