import type { Context } from '../../../context/context.ts';
import { orderProblems } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { fulfilments, type StoredFulfilment } from '../fulfilments/stored-fulfilment.ts';
import { checkedAddress } from '../orders/checked-address.ts';
import type { StoredOrder } from '../orders/stored-order.ts';
import { contentOf } from './order-content.ts';
import { type EditTerms, type QuotedEdit, quoteEdit } from './quote-edit.ts';
import type { OrderContent } from './stored-edit.ts';
import { type EditInput, type WantedLine, wantedLines } from './wanted-lines.ts';

export type EditProblem = QuotedEdit['quote']['problems'][number];

/** An edit, worked out and not done. */
export interface PlannedEdit {
  readonly before: OrderContent;
  readonly after: OrderContent;
  /** Minor units. */
  readonly difference: number;
  readonly problems: readonly EditProblem[];
  /** Parcels that nobody has packed: they are taken apart where units of them go. */
  readonly planned: readonly StoredFulfilment[];
}

/** An order has few parcels; `cancelWhole` looks at as many. */
const mostParcels = 1000;
const mostLines = 500;

async function plannedParcels(context: Context, orderId: string): Promise<StoredFulfilment[]> {
  const where = { group: `order:${orderId}` };
  const { items } = await context.store.query(fulfilments, {
    ...{ index: 'byGroup', where, pageSize: mostParcels },
  });
  return items.map(({ document }) => document).filter(({ state }) => state === 'planned');
}

function looseUnits(parcels: readonly StoredFulfilment[]): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const { lineId, quantity } of parcels.flatMap(({ lines }) => lines)) {
    units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  }
  return units;
}

/** Delivery is settled once a parcel is packed, and tax once money was given back. */
function requireDeliveryOpen(order: StoredOrder, input: EditInput, loose: ReadonlyMap<string, number>): void {
  if (input.shippingMethod === undefined && input.shippingAddress === undefined) return;
  const refuse = (detail: string): never => {
    throw problem(orderProblems.orderNotEditable, { detail });
  };
  const what = input.shippingAddress === undefined ? 'shipping method' : 'shipping address';
  const isOnItsWay = order.lines.some(
    ({ id, plannedQuantity, fulfilledQuantity }) =>
      fulfilledQuantity > 0 || plannedQuantity > (loose.get(id) ?? 0),
  );
  if (isOnItsWay) refuse(`A parcel of order ${order.number} is packed or sent: its ${what} stays.`);
  if (order.shippingRefunded.amount > 0) {
    refuse(`The shipping of order ${order.number} was refunded: its ${what} stays.`);
  }
  const isCredited = order.lines.some(({ refundedQuantity }) => refundedQuantity > 0);
  if (input.shippingAddress !== undefined && isCredited) {
    refuse(`Units of order ${order.number} were given back with their tax: its ${what} stays.`);
  }
}

/** Delivery as it was bought, unless nothing that is sent stays. */
function agreedShipping(order: StoredOrder, wanted: readonly WantedLine[]): StoredOrder['shippingMethod'] {
  const { shippingMethod, totals, lines } = order;
  const wasSent = lines.some(({ requiresShipping }) => requiresShipping);
  const isSent = wanted.some(({ line, added }) => line?.requiresShipping || (!line && added > 0));
  if (wasSent && !isSent) return null;
  const price = totals.shippingPrice;
  if (shippingMethod) return { ...shippingMethod, price };
  // An order from elsewhere may say what delivery costs and not how it is delivered.
  const unnamed = {
    key: 'agreed',
    name: 'agreed',
    kind: 'flat',
    locationId: null,
    deliveryDays: null,
  } as const;
  return price.amount === 0 ? null : { ...unnamed, price };
}

async function termsOf(
  context: Context,
  order: StoredOrder,
  { shippingAddress, shippingMethod }: EditInput,
  wanted: readonly WantedLine[],
  promised: EditTerms['promised'],
): Promise<EditTerms> {
  const isNew = shippingMethod !== undefined || shippingAddress !== undefined;
  return {
    shippingAddress:
      shippingAddress === undefined
        ? order.shippingAddress
        : await checkedAddress(context, '/shippingAddress', shippingAddress),
    shippingMethod: shippingMethod ?? order.shippingMethod?.key ?? null,
    agreedShipping: isNew ? null : agreedShipping(order, wanted),
    ...{ keepsTaxRates: shippingAddress === undefined, promised },
  };
}

/** Problems at their places in the input; what was so before, of an order from elsewhere say, is none of the edit. */
function ownProblems(order: StoredOrder, { quote, pointers }: QuotedEdit, input: EditInput): EditProblem[] {
  const wasSoBefore =
    input.shippingMethod === undefined &&
    order.shippingMethod === null &&
    order.lines.some(({ requiresShipping }) => requiresShipping);
  return quote.problems.flatMap((found) => {
    const [, part, index = '', ...rest] = found.pointer.split('/');
    if (part === 'lines') {
      const pointer = [pointers[Number(index)] ?? '/lines', ...rest].join('/');
      return [{ ...found, pointer }];
    }
    return part === 'shippingMethod' && !wasSoBefore ? [found] : [];
  });
}

function requireLines(order: StoredOrder, count: number): void {
  const message =
    count === 0
      ? `Nothing would be left of order ${order.number}: cancel it with orders.orders.cancel.`
      : `Order ${order.number} would have ${count} lines, and an order has ${mostLines} at most.`;
  if (count > 0 && count <= mostLines) return;
  throw problem(orderProblems.editRefused, { detail: message, errors: [{ pointer: '/lines', message }] });
}

function requireChange(input: EditInput): void {
  const { lines = [], addLines = [], shippingMethod, shippingAddress, billingAddress } = input;
  const others = [shippingMethod, shippingAddress, billingAddress];
  if (lines.length + addLines.length > 0 || others.some((value) => value !== undefined)) return;
  const message = 'give "lines", "addLines", "shippingMethod", "shippingAddress" or "billingAddress".';
  throw problem(problems.invalidInput, {
    detail: `There is nothing to change: ${message}`,
    errors: [{ pointer: '', message }],
  });
}

/**
 * Works out what an edit makes of an order. Nothing is written.
 * @throws {Problem} `not_found`, `invalid_input`, `invalid_address`, `order_units` or `order_not_editable`.
 */
export async function planEdit(
  context: Context,
  order: StoredOrder,
  input: EditInput,
  promised: EditTerms['promised'] = new Map(),
): Promise<PlannedEdit> {
  requireChange(input);
  const planned = await plannedParcels(context, order.id);
  const loose = looseUnits(planned);
  requireDeliveryOpen(order, input, loose);
  const wanted = wantedLines(order.lines, input, loose);
  requireLines(order, wanted.length);
  const terms = await termsOf(context, order, input, wanted, promised);
  const quoted = await quoteEdit(context, order, wanted, terms);
  const { billingAddress } = input;
  const before = contentOf(order);
  const { lines, discounts, shippingMethod, totals } = quoted.quote;
  const after: OrderContent = {
    lines: lines.map(({ problems: _problems, ...line }) => {
      const old = before.lines.find(({ id }) => id === line.id);
      const { quantity, subtotal, discounts: off, total, taxRate } = line;
      return old ? { ...old, quantity, subtotal, discounts: off, total, taxRate } : line;
    }),
    ...{ discounts, totals, shippingAddress: terms.shippingAddress },
    shippingMethod: terms.agreedShipping && !order.shippingMethod ? null : shippingMethod,
    billingAddress:
      billingAddress === undefined
        ? order.billingAddress
        : billingAddress && (await checkedAddress(context, '/billingAddress', billingAddress)),
  };
  return {
    ...{ before, after, planned, problems: ownProblems(order, quoted, input) },
    difference: totals.total.gross.amount - order.totals.total.gross.amount,
  };
}
