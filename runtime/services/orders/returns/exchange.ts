import type { Context } from '../../../context/context.ts';
import type { InputOf } from '../../../contract/operation.ts';
import type { OrderOperations } from '../../../contract/orders/index.ts';
import { requireSaleable } from '../edits/apply-edit.ts';
import { performEdit } from '../edits/perform-edit.ts';
import { planEdit } from '../edits/plan-edit.ts';
import { reserveUnits } from '../fulfilments/held-stock.ts';
import { moveOrder } from '../orders/order-states.ts';
import type { NewOrder, StoredOrder } from '../orders/stored-order.ts';
import { heldForExchange } from './held-for-exchange.ts';
import type { Return } from './stored-return.ts';

/*
 * An exchange is a return whose credit stays with the order, and an edit that adds what is wanted instead. It is priced
 * and reserved when the return is approved; the order costs nothing more until what comes back is here.
 */

type Wanted = NonNullable<InputOf<OrderOperations['orders.returns.request']>['exchange']>;
type Exchange = Return['exchange'];

/** In the order of the variants' ids, in which stock is locked; a variant that is named twice counts together. */
function byVariant(wanted: Wanted): Wanted {
  const units = new Map<string, number>();
  for (const { variantId, quantity } of wanted) units.set(variantId, (units.get(variantId) ?? 0) + quantity);
  return [...units]
    .map(([variantId, quantity]) => ({ variantId, quantity }))
    .toSorted((one, other) => (one.variantId < other.variantId ? -1 : 1));
}

function placedIn(pointer: string): string {
  return pointer.replace('/addLines', '/exchange');
}

/**
 * What is wanted instead, at its price of now: priced by the edit that will bring it into the order.
 * @throws {Problem} `edit_refused` where something of it can't be sold.
 */
export async function describeExchange(
  context: Context,
  order: StoredOrder,
  wanted: Wanted,
): Promise<Exchange> {
  if (wanted.length === 0) return [];
  const addLines = byVariant(wanted);
  const { after, problems } = await planEdit(context, order, { addLines });
  requireSaleable({
    problems: problems.map((found) => ({ ...found, pointer: placedIn(found.pointer) })),
  });
  return after.lines.slice(-addLines.length).map((line) => {
    const { variantId, title, variantTitle, quantity, unitPrice, includesTax, priceReason } = line;
    if (unitPrice === null) throw new Error(`The variant ${variantId} was checked to have a price.`);
    return {
      ...{ variantId, title, variantTitle, quantity, unitPrice, includesTax, priceReason },
      ...{ requiresShipping: line.requiresShipping, total: line.total, reservationId: null },
    };
  });
}

/**
 * Sets aside what is wanted instead, at the price that holds from here on.
 * @throws {Problem} `edit_refused` or `out_of_stock`.
 */
export async function reserveExchange(
  context: Context,
  order: StoredOrder,
  exchange: Exchange,
): Promise<Exchange> {
  const described = await describeExchange(context, order, exchange);
  const reserved: Exchange = [];
  for (const line of described) {
    const held = await reserveUnits(context, order, line.variantId, line.quantity);
    reserved.push({ ...line, reservationId: held?.reservationId ?? null });
  }
  return reserved;
}

/** A completed order has something to send again. */
function reopened(order: StoredOrder): Partial<NewOrder> {
  if (order.state !== 'completed') return {};
  return { state: moveOrder(order, 'orders.returns.complete').to, completedAt: null };
}

/** Brings what is wanted instead into the order of a return, with its stock, at the price that was agreed on. */
export async function makeExchange(
  context: Context,
  order: StoredOrder,
  found: Return,
  { id, reason }: { readonly id: string; readonly reason: string | undefined },
): Promise<StoredOrder> {
  const { exchange } = found;
  const promised = new Map(
    exchange.map(
      ({ quantity: reserved, unitPrice, includesTax, priceReason, title, requiresShipping }, index) => [
        `/addLines/${index}`,
        { quantity: 0, reserved, unitPrice, includesTax, priceReason, title, requiresShipping },
      ],
    ),
  );
  const addLines = exchange.map(({ variantId, quantity }) => ({ variantId, quantity }));
  const planned = await planEdit(context, order, { addLines }, promised);
  requireSaleable(planned);
  const made = await performEdit(context, order, planned, {
    ...{ id, refundId: null, returnId: found.id, held: heldForExchange(found), change: reopened(order) },
    ...(reason === undefined ? {} : { reason }),
  });
  return made.order;
}

/** What was wanted instead, once its stock is the order's. */
export function inOrder({ exchange }: Pick<Return, 'exchange'>): Exchange {
  return exchange.map((line) => ({ ...line, reservationId: null }));
}
