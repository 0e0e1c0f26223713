import { allowedFrom, type StateMove } from '../../../runtime/services/orders/state-table.ts';
import type { Body } from '../../catalog/given-store.ts';
import type { ModelLine, OrderModel, Units } from './order-model.ts';

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly details?: object;
}

/** Something that is asked of an order, and what has to come of it. */
export interface Attempt {
  readonly route: string;
  readonly input: object;
  /** What refuses it; what it does where nothing does. */
  readonly refusal: Refusal | undefined;
  /** Whether a location may lack the stock: the walk doesn't know what the order holds where. */
  readonly mayLackStock?: boolean;
  /** Does the same to the model. */
  apply(body: Body): void;
}

/** What a walk knows beside the model. */
export interface Surroundings {
  readonly model: OrderModel;
  readonly orderId: string;
  readonly paymentId: string;
  /** Two places that hold stock. */
  readonly places: readonly [string, string];
  /** Units that can be sold from a place now. */
  available(variantId: string, locationId: string): number;
  reservedAt(variantId: string, locationId: string): number;
}

const sorted = (operations: readonly string[]) => [...operations].sort();

/** What refuses a move that the table of states doesn't have. */
export function stateRefusal<State extends string>(
  table: readonly StateMove<State>[],
  code: string,
  state: State,
  operation: string,
): Refusal | undefined {
  if (table.some((move) => move.from === state && move.operation === operation)) return undefined;
  return { status: 409, code, details: { state, allowed: sorted(allowedFrom(table, state)) } };
}

/** What refuses more units than there are: it names the first line that has too few. */
export function unitsRefusal(
  model: OrderModel,
  units: Units,
  available: (line: ModelLine) => number,
): Refusal | undefined {
  for (const [lineId, requested] of units) {
    const there = available(model.line(lineId));
    if (requested > there) {
      return { status: 409, code: 'order_units', details: { lineId, requested, available: there } };
    }
  }
  return undefined;
}

export interface UnitsWish {
  /** Units of each line; lines of 0 are left out. */
  readonly numbers: readonly number[];
  /** Whether no more are wanted than there are. */
  readonly isApt: boolean;
}

/** Units of lines as they are wished for. */
export function unitsBy(
  model: OrderModel,
  { numbers, isApt }: UnitsWish,
  available: (line: ModelLine) => number,
): Units {
  return new Map(
    model.lines.flatMap((line, index) => {
      const wanted = numbers[index] ?? 0;
      const quantity = isApt ? Math.min(wanted, available(line)) : wanted;
      return quantity > 0 ? [[line.id, quantity] as const] : [];
    }),
  );
}

export function asLines(units: Units, more: object = {}): object[] {
  return [...units].map(([lineId, quantity]) => ({ lineId, quantity, ...more }));
}

/** One of several by a number, whatever the number is. */
export function pick<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % Math.max(1, items.length)];
}

export interface MoveWish {
  readonly which: number;
  readonly verb: number;
  /** Whether it is a move that the state allows. */
  readonly isApt: boolean;
}

/** A thing and something that can be done with things of its kind; where that is apt, what its state allows. */
export function pickMove<Thing, Verb extends string>(
  things: ReadonlyMap<string, Thing>,
  /** The likely ones more often. */
  verbs: readonly Verb[],
  { which, verb, isApt }: MoveWish,
  isAllowed: (thing: Thing, verb: Verb) => boolean,
): { readonly id: string; readonly thing: Thing; readonly verb: Verb } | undefined {
  const moves = [...things].map(([id, thing]) => {
    const apt = verbs.filter((each) => isAllowed(thing, each));
    return { id, thing, verbs: isApt ? apt : verbs };
  });
  const found = pick(
    moves.filter((move) => move.verbs.length > 0),
    which,
  );
  const chosen = found && pick(found.verbs, verb);
  return found && chosen && { id: found.id, thing: found.thing, verb: chosen };
}

/** Adds units to what lines count. */
export function add(
  model: OrderModel,
  counter: 'planned' | 'fulfilled' | 'cancelled' | 'returning' | 'returned',
  units: Units,
  sign: 1 | -1 = 1,
): void {
  for (const [lineId, quantity] of units) model.line(lineId)[counter] += sign * quantity;
}
