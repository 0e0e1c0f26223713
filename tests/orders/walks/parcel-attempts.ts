import { fulfilmentMoves } from '../../../runtime/services/orders/fulfilments/fulfilment-states.ts';
import {
  type Attempt,
  add,
  asLines,
  type MoveWish,
  pickMove,
  type Refusal,
  type Surroundings,
  stateRefusal,
  type UnitsWish,
  unitsBy,
  unitsRefusal,
} from './attempt.ts';
import type { ModelParcel, Units } from './order-model.ts';
import { orderRefusal } from './order-refusal.ts';

export interface PlanWish extends UnitsWish {
  readonly place: number;
}

type Stock = 'enough' | 'unsure' | 'none';

/** Whether what an order has open can be held, at a place where one is named. */
function stockFor(
  { model, places, available, reservedAt }: Surroundings,
  units: Units,
  place: string | undefined,
): Stock {
  let result: Stock = 'enough';
  for (const [variantId, wanted] of model.byVariant(units)) {
    const { held } = model.stockOf(variantId);
    const free = places.reduce((sum, each) => sum + available(variantId, each), 0);
    if (wanted - held > free) return 'none';
    if (place === undefined) continue;
    // Of what is reserved there, parcels may have all that they hold: the rest is the order's own.
    const inParcels = model.reserved(variantId) - held;
    const surelyThere = Math.max(0, reservedAt(variantId, place) - inParcels);
    const there = available(variantId, place);
    if (wanted > held + there) return 'none';
    if (wanted > surelyThere + there) result = 'unsure';
  }
  return result;
}

/** A parcel is planned: of all that is open, or of units by name; from anywhere or from a place. */
export function plan(around: Surroundings, { place, ...wish }: PlanWish): Attempt {
  const { model, orderId, places } = around;
  const named = unitsBy(model, wish, (line) => model.open(line));
  const isNamed = named.size > 0;
  const units = isNamed ? named : new Map([...model.openUnits].filter(([, quantity]) => quantity > 0));
  const locationId = place === 0 ? undefined : places[place - 1];
  const [first] = model.lines;
  const nothing: Refusal | undefined =
    units.size > 0
      ? undefined
      : {
          ...{ status: 409, code: 'order_units' },
          details: { lineId: first?.id, requested: 1, available: 0 },
        };
  const before =
    orderRefusal(model.state, 'orders.fulfilments.create') ??
    unitsRefusal(model, units, (line) => model.open(line)) ??
    nothing;
  const stock = before ? 'enough' : stockFor(around, units, locationId);
  return {
    route: `POST /v1/orders/${orderId}/fulfilments`,
    input: {
      ...(isNamed ? { lines: asLines(units) } : {}),
      ...(locationId === undefined ? {} : { locationId }),
    },
    refusal: before ?? (stock === 'none' ? { status: 409, code: 'out_of_stock' } : undefined),
    mayLackStock: stock === 'unsure',
    apply({ id }) {
      for (const [variantId, quantity] of model.byVariant(units)) {
        const own = model.stockOf(variantId);
        own.held -= Math.min(own.held, quantity);
      }
      add(model, 'planned', units);
      model.parcels.set(id, { state: 'planned', units, locationId: locationId ?? null });
    },
  };
}

const verbs = {
  pack: 'orders.fulfilments.pack',
  ship: 'orders.fulfilments.ship',
  deliver: 'orders.fulfilments.deliver',
  cancel: 'orders.fulfilments.cancel',
  lost: 'orders.fulfilments.markLost',
  'returned-to-sender': 'orders.fulfilments.returnToSender',
} as const;

type Verb = keyof typeof verbs;

/** What mostly happens, more often. */
const chances: readonly Verb[] = [
  ...(['pack', 'pack', 'pack', 'ship', 'ship', 'ship', 'deliver', 'deliver', 'cancel', 'lost'] as const),
  'returned-to-sender',
];

export interface ParcelWish extends MoveWish {
  readonly restock: boolean;
  readonly place: number;
}

/** Something happens to a parcel. */
export function moveParcel(around: Surroundings, wish: ParcelWish): Attempt | undefined {
  const { model, places } = around;
  const refusalOf = ({ state }: ModelParcel, each: Verb) =>
    stateRefusal(fulfilmentMoves, 'fulfilment_state', state, verbs[each]);
  const found = pickMove(model.parcels, chances, wish, (parcel, each) => !refusalOf(parcel, each));
  if (!found) return undefined;
  const { id, thing: parcel, verb } = found;
  const { units } = parcel;
  const isBack = verb === 'returned-to-sender';
  const named = isBack && wish.place > 0 ? places[wish.place - 1] : undefined;
  const isHomeless = isBack && wish.restock && named === undefined && parcel.locationId === null;
  const homeless = isHomeless ? { status: 422, code: 'invalid_input' } : undefined;
  const isGone = verb === 'lost' || isBack;
  const gone = isGone ? unitsRefusal(model, units, (line) => model.returnable(line)) : undefined;

  const effects: Partial<Record<Verb, () => void>> = {
    ship() {
      add(model, 'planned', units, -1);
      add(model, 'fulfilled', units);
      for (const [variantId, quantity] of model.byVariant(units)) model.stockOf(variantId).onHand -= quantity;
      model.completeWhenDone();
    },
    cancel() {
      add(model, 'planned', units, -1);
      for (const [variantId, quantity] of model.byVariant(units)) model.stockOf(variantId).held += quantity;
    },
    lost: () => add(model, 'fulfilled', units, -1),
    'returned-to-sender'() {
      add(model, 'fulfilled', units, -1);
      if (!wish.restock) return;
      for (const [variantId, quantity] of model.byVariant(units)) model.stockOf(variantId).onHand += quantity;
    },
  };
  return {
    route: `POST /v1/fulfilments/${id}/${verb}`,
    input: isBack
      ? { restock: wish.restock, ...(named === undefined ? {} : { locationId: named }) }
      : { reason: 'A walk.' },
    refusal: refusalOf(parcel, verb) ?? homeless ?? gone,
    apply({ state }) {
      parcel.state = state;
      effects[verb]?.();
    },
  };
}
