import {
  type Attempt,
  add,
  asLines,
  type Surroundings,
  type UnitsWish,
  unitsBy,
  unitsRefusal,
} from './attempt.ts';
import type { OrderModel, Units } from './order-model.ts';
import { orderRefusal } from './order-refusal.ts';

export interface RefundWish extends UnitsWish {
  readonly shipping: boolean;
  readonly owed: boolean;
  readonly amount: number;
}

/** Money is given back without goods. */
export function refund({ model, orderId }: Surroundings, wish: RefundWish): Attempt {
  const { shipping, owed, amount } = wish;
  const units = unitsBy(model, wish, ({ quantity, refunded }) => quantity - refunded);
  const credit = { units, shipping, other: amount };
  const requested = model.credit(credit) + (owed ? model.owedToCustomer : 0);
  const { refundable } = model;
  const tooFew = unitsRefusal(model, units, ({ quantity, refunded }) => quantity - refunded);
  const nothing = requested <= 0 ? { status: 422, code: 'invalid_input' } : undefined;
  const tooMuch =
    requested > refundable
      ? { status: 409, code: 'refund_too_large', details: { requested, refundable } }
      : undefined;
  return {
    route: `POST /v1/orders/${orderId}/refunds`,
    input: {
      ...{ shipping, owed, lines: asLines(units), reason: 'A walk.' },
      ...(amount > 0 ? { amount } : {}),
    },
    refusal: tooFew ?? nothing ?? tooMuch,
    apply() {
      model.writeCredit(credit);
      model.payBack(requested);
    },
  };
}

function cancelWhole(model: OrderModel, isRefunded: boolean): void {
  for (const parcel of model.parcels.values()) {
    if (parcel.state !== 'planned' && parcel.state !== 'packed') continue;
    parcel.state = 'cancelled';
    add(model, 'planned', parcel.units, -1);
  }
  for (const own of model.stock.values()) own.held = 0;
  const units: Units = model.openUnits;
  add(model, 'cancelled', units);
  if (isRefunded) {
    model.writeCredit({ units, shipping: true });
    // It costs nothing any more, whatever was credited before.
    model.credited = model.total;
    model.payBack(model.owedToCustomer);
  }
  model.state = 'cancelled';
  model.isAwaited = false;
}

function cancelUnits(model: OrderModel, units: Units, isRefunded: boolean): void {
  add(model, 'cancelled', units);
  // What was lost on its way is not held: only what is not needed any more is for sale again.
  const open = model.byVariant(model.openUnits);
  for (const [variantId, own] of model.stock) own.held = Math.min(own.held, open.get(variantId) ?? 0);
  if (isRefunded) {
    model.writeCredit({ units });
    model.payBack(model.owedToCustomer);
  }
  model.completeWhenDone();
}

/** Without units, all of the order is cancelled. */
export interface CancelWish extends UnitsWish {
  readonly refund: boolean;
}

/** An order is cancelled, or units of it are. */
export function cancel(
  { model, orderId }: Surroundings,
  { refund: isRefunded, ...wish }: CancelWish,
): Attempt {
  const units = unitsBy(model, wish, (line) => model.open(line));
  const isNamed = units.size > 0;
  const shipped = model.lines.find(({ fulfilled }) => fulfilled > 0);
  const isAll =
    !shipped &&
    model.state !== 'completed' &&
    model.lines.every(({ id, quantity, cancelled }) => quantity - cancelled === (units.get(id) ?? 0));
  const sent = shipped && {
    ...{ status: 409, code: 'order_units' },
    details: { lineId: shipped.id, requested: shipped.quantity, available: model.open(shipped) },
  };
  const refusal = isNamed
    ? (orderRefusal(model.state, 'orders.orders.cancel of lines') ??
      unitsRefusal(model, units, (line) => model.open(line)))
    : (orderRefusal(model.state, 'orders.orders.cancel') ?? sent);
  return {
    route: `POST /v1/orders/${orderId}/cancel`,
    input: { ...(isNamed ? { lines: asLines(units) } : {}), refund: isRefunded, reason: 'A walk.' },
    refusal,
    apply() {
      if (isNamed && !isAll) cancelUnits(model, units, isRefunded);
      else cancelWhole(model, isRefunded);
    },
  };
}

/** Somebody says that an order is done: it says so by itself when it is. */
export function completeOrder({ model, orderId }: Surroundings): Attempt {
  const left = model.lines.find((line) => model.open(line) + line.planned > 0);
  const available = left ? model.open(left) + left.planned : 0;
  const notDone = left
    ? { status: 409, code: 'order_units', details: { lineId: left.id, requested: 0, available } }
    : { status: 409, code: 'order_not_paid' };
  return {
    route: `POST /v1/orders/${orderId}/complete`,
    input: {},
    refusal: orderRefusal(model.state, 'orders.orders.complete') ?? notDone,
    apply: () => undefined,
  };
}

/** A transfer comes in. */
export function receiveTransfer({ model, paymentId }: Surroundings): Attempt | undefined {
  if (model.paid > 0) return undefined;
  return {
    route: `POST /v1/payments/${paymentId}/capture`,
    input: {},
    refusal: model.isAwaited ? undefined : { status: 409, code: 'payment_state' },
    apply() {
      model.isAwaited = false;
      model.paid = model.total;
      model.completeWhenDone();
    },
  };
}
