import type { Context } from '../../../context/context.ts';
import type { InputOf } from '../../../contract/operation.ts';
import type { OrderOperations } from '../../../contract/orders/index.ts';
import { checkedAddress } from './checked-address.ts';
import { type Order, orders, presentOrder } from './stored-order.ts';
import { happened, type TimelineEntry } from './timeline.ts';
import { openOrder } from './write-order.ts';

type Update = InputOf<OrderOperations['orders.orders.update']>;

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What changed, field by field. */
function changesOf(before: Order, change: Partial<Order>): TimelineEntry['changes'] {
  return Object.entries(change).flatMap(([field, value]) => {
    const [old, next] = [asText(before[field as keyof Order]), asText(value)]; // `change` has fields of orders alone
    return old === next ? [] : [{ field, before: old, after: next }];
  });
}

/** Changes what has no influence on figures. */
export async function updateOrder(
  context: Context,
  { orderId, reason, billingAddress, tags, ...plain }: Update,
): Promise<Order> {
  const order = await openOrder(context, orderId, { lock: true });
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const change: Partial<Order> = {
    ...given,
    ...(tags === undefined ? {} : { tags: [...new Set(tags)] }),
    ...(billingAddress === undefined
      ? {}
      : {
          billingAddress:
            billingAddress && (await checkedAddress(context, '/billingAddress', billingAddress)),
        }),
  };
  const changes = changesOf(presentOrder(order), change);
  const stored = await context.store.update(orders, orderId, (current) => ({ ...current, ...change }), {
    expectedVersion: context.expectedVersion,
  });
  const shown = presentOrder(stored);
  await happened(context, orderId, 'order.updated', shown, {
    message: `Changed: ${changes.map(({ field }) => field).join(', ') || 'nothing'}.`,
    ...{ changes, reason },
  });
  return shown;
}
