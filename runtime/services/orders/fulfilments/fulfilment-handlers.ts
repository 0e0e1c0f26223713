import type { Context } from '../../../context/context.ts';
import type { BatchHandler, HandlersOf } from '../../../context/service.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { type OrderOperations, orderProblems } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPages } from '../../../lists/index.ts';
import { moneyText } from '../../../money/index.ts';
import { completeWhenDone } from '../orders/move-order.ts';
import { isSecured } from '../orders/order-figures.ts';
import { requireWork } from '../orders/order-states.ts';
import type { StoredOrder } from '../orders/stored-order.ts';
import { happened } from '../orders/timeline.ts';
import { changedLines, writeOrder } from '../orders/write-order.ts';
import { createFulfilment } from './create-fulfilment.ts';
import { moveFulfilment } from './fulfilment-states.ts';
import { byVariant, shipStock } from './held-stock.ts';
import { checkedUnits, returnableUnits } from './line-units.ts';
import {
  getFulfilment,
  type OpenFulfilment,
  openFulfilment,
  performFulfilmentMove,
  unitsOf,
} from './move-fulfilment.ts';
import { restock } from './restock.ts';
import { fulfilments, presentFulfilment } from './stored-fulfilment.ts';
import { withTracking } from './tracking.ts';

type Operations = Pick<OrderOperations, Extract<keyof OrderOperations, `orders.fulfilments.${string}`>>;
type ListInput = InputOf<OrderOperations['orders.fulfilments.list']>;

function rangeOf({ orderId, state }: ListInput) {
  if (orderId !== undefined && state !== undefined) {
    throw problem(problems.invalidFilter, {
      detail: 'Fulfilments are listed by order or by state, not by both.',
      errors: [{ pointer: '/state', message: 'does not go with "orderId".' }],
    });
  }
  const group = orderId === undefined ? undefined : `order:${orderId}`;
  return {
    ...{ index: 'byGroup', direction: 'descending' as const },
    where: { group: group ?? (state === undefined ? '*' : `state:${state}`) },
  };
}

/** Several lists in one read. */
export const listFulfilments: BatchHandler = async (context, inputs: readonly ListInput[]) => {
  const lists = inputs.map((input) => ({ range: rangeOf(input), input }));
  const pages = await listPages(context, 'orders.fulfilments.list', fulfilments, lists);
  return pages.map((page) => ({ ...page, data: page.data.map(presentFulfilment) }));
};

/** Takes a planned or packed parcel apart: its units are open and its stock is the order's again. */
export async function cancelFulfilment(
  context: Context,
  { order, fulfilment }: OpenFulfilment,
  reason: string | undefined,
): Promise<StoredOrder> {
  moveFulfilment(fulfilment, 'orders.fulfilments.cancel');
  const written = await writeOrder(context, order, {
    lines: changedLines(order, unitsOf(fulfilment), (line, quantity) => ({
      plannedQuantity: line.plannedQuantity - quantity,
    })),
    internal: {
      ...order.internal,
      stock: byVariant([...order.internal.stock, ...fulfilment.internal.stock]),
    },
  });
  await performFulfilmentMove(context, fulfilment, 'orders.fulfilments.cancel', {
    ...{ reason, internal: { stock: [] } },
  });
  return written;
}

/** Units that were on their way are open again: nobody has them. */
async function reopenUnits(context: Context, { order, fulfilment }: OpenFulfilment): Promise<void> {
  const units = unitsOf(fulfilment);
  const wanted = [...units].map(([lineId, quantity]) => ({ lineId, quantity }));
  checkedUnits(order.lines, wanted, returnableUnits, 'taken out of what was fulfilled');
  await writeOrder(context, order, {
    lines: changedLines(order, units, (line, quantity) => ({
      fulfilledQuantity: line.fulfilledQuantity - quantity,
    })),
  });
}

async function shipFulfilment(context: Context, { order, fulfilment }: OpenFulfilment): Promise<void> {
  moveFulfilment(fulfilment, 'orders.fulfilments.ship');
  requireWork(order, 'orders.fulfilments.ship');
  if (!isSecured(order)) {
    const amount = order.balance.amount - order.authorized.amount;
    throw problem(orderProblems.orderNotPaid, {
      detail: `Order ${order.number} is not paid: ${moneyText({ amount, currency: order.currency })} are open.`,
      details: { paymentState: order.paymentState },
    });
  }
  await shipStock(context, fulfilment.internal.stock);
}

/** Handlers of fulfilments, in the contract's order. */
export const fulfilmentHandlers: HandlersOf<Operations> = {
  async 'orders.fulfilments.list'(context, input) {
    const lists = [{ range: rangeOf(input), input }];
    const [page] = await listPages(context, 'orders.fulfilments.list', fulfilments, lists);
    if (!page) throw new Error('A list gave no page.');
    return { ...page, data: page.data.map(presentFulfilment) };
  },

  async 'orders.fulfilments.get'(context, { fulfilmentId }) {
    return presentFulfilment(await getFulfilment(context, fulfilmentId));
  },

  async 'orders.fulfilments.create'(context, input) {
    return createFulfilment(context, input);
  },

  async 'orders.fulfilments.update'(context, { fulfilmentId, tracking }) {
    const { fulfilment } = await openFulfilment(context, fulfilmentId);
    const stored = await context.store.update(
      fulfilments,
      fulfilmentId,
      (current) => ({ ...current, tracking: withTracking(fulfilment.tracking, tracking) }),
      { expectedVersion: context.expectedVersion },
    );
    const shown = presentFulfilment(stored);
    await happened(context, stored.orderId, 'fulfilment.updated', shown, {
      message: `The tracking of fulfilment ${stored.number} changed.`,
      ...{ fulfilmentId, isShownToCustomer: stored.state === 'shipped' },
    });
    return shown;
  },

  async 'orders.fulfilments.pack'(context, { fulfilmentId, reason }) {
    const { fulfilment } = await openFulfilment(context, fulfilmentId);
    return presentFulfilment(
      await performFulfilmentMove(context, fulfilment, 'orders.fulfilments.pack', { reason }),
    );
  },

  async 'orders.fulfilments.ship'(context, { fulfilmentId, tracking = {}, reason }) {
    const open = await openFulfilment(context, fulfilmentId);
    const { order, fulfilment } = open;
    await shipFulfilment(context, open);
    const written = await writeOrder(context, order, {
      lines: changedLines(order, unitsOf(fulfilment), (line, quantity) => ({
        plannedQuantity: line.plannedQuantity - quantity,
        fulfilledQuantity: line.fulfilledQuantity + quantity,
      })),
    });
    const moved = await performFulfilmentMove(context, fulfilment, 'orders.fulfilments.ship', {
      ...{ reason, tracking: withTracking(fulfilment.tracking, tracking) },
    });
    await completeWhenDone(context, written);
    return presentFulfilment(moved);
  },

  async 'orders.fulfilments.deliver'(context, { fulfilmentId, reason }) {
    const { fulfilment } = await openFulfilment(context, fulfilmentId);
    return presentFulfilment(
      await performFulfilmentMove(context, fulfilment, 'orders.fulfilments.deliver', { reason }),
    );
  },

  async 'orders.fulfilments.cancel'(context, { fulfilmentId, reason }) {
    const open = await openFulfilment(context, fulfilmentId);
    await cancelFulfilment(context, open, reason);
    return presentFulfilment(await getFulfilment(context, fulfilmentId));
  },

  async 'orders.fulfilments.markLost'(context, { fulfilmentId, reason }) {
    const open = await openFulfilment(context, fulfilmentId);
    moveFulfilment(open.fulfilment, 'orders.fulfilments.markLost');
    await reopenUnits(context, open);
    return presentFulfilment(
      await performFulfilmentMove(context, open.fulfilment, 'orders.fulfilments.markLost', { reason }),
    );
  },

  async 'orders.fulfilments.returnToSender'(
    context,
    { fulfilmentId, restock: isGood = true, locationId, reason },
  ) {
    const open = await openFulfilment(context, fulfilmentId);
    const { fulfilment } = open;
    moveFulfilment(fulfilment, 'orders.fulfilments.returnToSender');
    for (const { variantId, quantity } of isGood ? byVariant(fulfilment.internal.stock) : []) {
      const place = locationId ?? fulfilment.locationId;
      await restock(context, { variantId, quantity, locationId: place, isDamaged: false }, fulfilmentId);
    }
    await reopenUnits(context, open);
    return presentFulfilment(
      await performFulfilmentMove(context, fulfilment, 'orders.fulfilments.returnToSender', { reason }),
    );
  },
};
