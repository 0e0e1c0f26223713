import { returnMoves } from '../../../runtime/services/orders/returns/return-states.ts';
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
import type { ModelReturn, OrderModel, Units } from './order-model.ts';
import { orderRefusal } from './order-refusal.ts';

/** Units are asked to be sent back. */
export function requestReturn({ model, orderId }: Surroundings, wish: UnitsWish): Attempt | undefined {
  const units = unitsBy(model, wish, (line) => model.returnable(line));
  if (units.size === 0) return undefined;
  return {
    route: `POST /v1/orders/${orderId}/returns`,
    input: { lines: asLines(units, { reason: 'unwanted' }) },
    refusal:
      orderRefusal(model.state, 'orders.returns.request') ??
      unitsRefusal(model, units, (line) => model.returnable(line)),
    apply({ id }) {
      add(model, 'returning', units);
      model.returns.set(id, { state: 'requested', units, locationId: null });
    },
  };
}

export interface ReturnWish extends MoveWish {
  readonly place: number;
  /** How many units of each line are sold again; of the rest every other one is damaged. */
  readonly good: number;
  readonly fee: number;
  readonly shipping: boolean;
  readonly refund: boolean;
}

type Verb = 'approve' | 'decline' | 'ship-back' | 'receive' | 'inspect' | 'complete' | 'cancel';

const operations: Readonly<Record<Verb, string>> = {
  approve: 'orders.returns.approve',
  decline: 'orders.returns.decline',
  'ship-back': 'orders.returns.shipBack',
  receive: 'orders.returns.receive',
  inspect: 'orders.returns.inspect',
  complete: 'orders.returns.complete',
  cancel: 'orders.returns.cancel',
};

/** What mostly happens, more often. */
const chances: readonly Verb[] = [
  ...([
    'approve',
    'approve',
    'approve',
    'ship-back',
    'ship-back',
    'ship-back',
    'receive',
    'inspect',
  ] as const),
  ...(['complete', 'decline', 'cancel'] as const),
];

interface Move {
  readonly input: object;
  readonly refusal?: Refusal | undefined;
  effect(): void;
}

/** How units that came back are shared out. */
function inspected(units: Units, most: number) {
  return [...units].map(([lineId, quantity]) => {
    const restock = Math.min(quantity, most);
    const damaged = Math.ceil((quantity - restock) / 2);
    return { lineId, restock, damaged, discard: quantity - restock - damaged };
  });
}

function inspect(model: OrderModel, found: ModelReturn, { good }: ReturnWish, place?: string): Move {
  const shared = inspected(found.units, good);
  const lines = shared.flatMap(({ lineId, ...counts }) =>
    Object.entries(counts).flatMap(([disposition, quantity]) =>
      quantity > 0 ? [{ lineId, disposition, quantity }] : [],
    ),
  );
  const isCounted = shared.some(({ restock, damaged }) => restock + damaged > 0);
  const isHomeless = isCounted && found.locationId === null && place === undefined;
  return {
    input: { lines, ...(place === undefined ? {} : { locationId: place }) },
    refusal: isHomeless ? { status: 422, code: 'invalid_input' } : undefined,
    effect() {
      for (const { lineId, restock } of shared) model.stockOf(model.line(lineId).variantId).onHand += restock;
    },
  };
}

function complete(model: OrderModel, { units }: ModelReturn, { refund, shipping, fee }: ReturnWish): Move {
  const wish = { units: refund ? units : new Map(), shipping, other: -fee };
  return {
    input: { refund, shipping, restockingFee: fee },
    refusal: model.credit(wish) < 0 ? { status: 422, code: 'invalid_input' } : undefined,
    effect() {
      add(model, 'returning', units, -1);
      add(model, 'returned', units);
      model.writeCredit(wish);
      model.payBack(model.owedToCustomer);
      model.completeWhenDone();
    },
  };
}

/** Something happens to a return. */
export function moveReturn({ model, places }: Surroundings, wish: ReturnWish): Attempt | undefined {
  const refusalOf = ({ state }: ModelReturn, each: Verb) =>
    stateRefusal(returnMoves, 'return_state', state, operations[each]);
  const picked = pickMove(model.returns, chances, wish, (each, verb) => !refusalOf(each, verb));
  if (!picked) return undefined;
  const { id, thing: found, verb } = picked;
  const place = wish.place === 0 ? undefined : places[wish.place - 1];
  const stays: Move = { input: {}, effect: () => add(model, 'returning', found.units, -1) };
  const moves: Readonly<Record<Verb, () => Move>> = {
    approve: () => ({ input: {}, effect: () => undefined }),
    decline: () => ({ ...stays, input: { reason: 'Worn.' } }),
    'ship-back': () => ({ input: {}, effect: () => undefined }),
    receive: () => ({
      input: place === undefined ? {} : { locationId: place },
      effect() {
        found.locationId = place ?? null;
      },
    }),
    inspect: () => inspect(model, found, wish, place),
    complete: () => complete(model, found, wish),
    cancel: () => stays,
  };
  const move = moves[verb]();
  return {
    route: `POST /v1/returns/${id}/${verb}`,
    input: move.input,
    refusal: refusalOf(found, verb) ?? move.refusal,
    apply({ state }) {
      found.state = state;
      move.effect();
    },
  };
}
