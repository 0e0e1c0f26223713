import type { Context } from '../../../context/context.ts';
import { orderProblems } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { figureFaults, type OrderInput } from './figure-faults.ts';
import { nextNumber } from './next-number.ts';
import { readPayments } from './payments-of-order.ts';
import {
  type HeldStock,
  type NewOrder,
  type OrderLine,
  orders,
  presentOrder,
  type StoredOrder,
} from './stored-order.ts';
import { happened } from './timeline.ts';
import { withDerived } from './write-order.ts';

/** A line of which nothing has become yet. */
export function newLine(line: OrderInput['lines'][number], index: number): OrderLine {
  const { unitPrice } = line;
  if (unitPrice === null) throw new Error(`The line ${index} was checked to have a price.`);
  return {
    ...line,
    unitPrice,
    ...{ plannedQuantity: 0, fulfilledQuantity: 0, cancelledQuantity: 0, returningQuantity: 0 },
    ...{ returnedQuantity: 0, refundedQuantity: 0, refundedAmount: { ...unitPrice, amount: 0 } },
  };
}

/** The reservations with how many units each holds: all of the variant in the order. */
function stockOf({ lines, reservations = [] }: OrderInput): HeldStock[] {
  return reservations
    .map(({ variantId, reservationId }) => {
      const own = lines.filter((line) => line.variantId === variantId);
      return { variantId, reservationId, quantity: own.reduce((sum, { quantity }) => sum + quantity, 0) };
    })
    .toSorted((one, other) => (one.variantId < other.variantId ? -1 : 1));
}

function firstState({ review, isConfirmed = true }: OrderInput): StoredOrder['state'] {
  if (review) return 'review';
  return isConfirmed ? 'confirmed' : 'open';
}

async function draftOrder(context: Context, input: OrderInput, number: string): Promise<NewOrder> {
  const { id = context.ids.next('ord'), review = null, paymentIds = [], reservations: _reservations } = input;
  const { tokenDigest = null, isConfirmed: _isConfirmed, placedAt, riskScore, tags = [], ...facts } = input;
  const { paymentIds: _ids, review: _review, reservations: _stock, lines, ...placed } = facts;
  const now = context.clock.now().toISOString();
  const nothing = { amount: 0, currency: input.currency };
  const state = firstState(input);
  return withDerived<NewOrder>({
    ...{ ...placed, id, number, state, tags },
    ...{ cartId: input.cartId ?? null, customerGroup: input.customerGroup ?? null, note: input.note ?? null },
    isTaxExempt: input.isTaxExempt ?? false,
    ...{ paymentState: 'none', fulfilmentState: 'unfulfilled', returnState: 'none' },
    lines: lines.map(newLine),
    payments: await readPayments(context, paymentIds),
    ...{ authorized: nothing, paid: nothing, refunded: nothing, credited: nothing, balance: nothing },
    shippingRefunded: nothing,
    ...{ riskScore: review?.score ?? riskScore ?? null, riskReasons: review?.reasons ?? [] },
    placedAt: placedAt === undefined ? now : new Date(placedAt).toISOString(),
    confirmedAt: state === 'confirmed' ? now : null,
    ...{ editedAt: null, completedAt: null, cancelledAt: null, cancelReason: null, anonymizedAt: null },
    internal: {
      ...{ tokenDigest, stock: stockOf(input), refunding: [], capturing: [] },
      ...{ fulfilmentCount: 0, returnCount: 0, moneyDueAt: null },
    },
  });
}

async function tell(context: Context, order: StoredOrder, shown: unknown): Promise<void> {
  const message = `Order ${order.number} was placed.`;
  await happened(context, order.id, 'order.placed', shown, { message, isShownToCustomer: true });
  if (order.state === 'review') {
    const reason = order.riskReasons.join('; ') || null;
    await happened(context, order.id, 'order.review_required', shown, {
      message: `It waits for a review: its risk is ${order.riskScore ?? 'not known'} of 100.`,
      reason,
    });
  }
  if (order.state === 'confirmed') {
    await happened(context, order.id, 'order.confirmed', shown, { message: 'It was confirmed.' });
  }
}

/**
 * Makes an order in the caller's transaction; the one that is there already where its cart has become one.
 * @throws {Problem} `order_figures`, naming every figure that is wrong.
 */
export async function createOrder(context: Context, input: OrderInput): Promise<StoredOrder> {
  const errors = figureFaults(input);
  const [first] = errors;
  if (first) {
    throw problem(orderProblems.orderFigures, { detail: `${first.pointer} ${first.message}`, errors });
  }
  const number = await nextNumber(context);
  // Asked behind the counter, where parallel completions of one cart have queued.
  const made = input.cartId
    ? await context.store.find(orders, 'byCart', { cartId: input.cartId })
    : undefined;
  if (made) return made;
  const order = await context.store.insert(orders, await draftOrder(context, input, number));
  await tell(context, order, presentOrder(order));
  return order;
}
