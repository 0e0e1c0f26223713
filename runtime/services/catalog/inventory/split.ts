import type { Context } from '../../../context/context.ts';
import { catalogProblems } from '../../../contract/catalog/index.ts';
import type { reservationOperations } from '../../../contract/catalog/reservations.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { locations, type Reservation, reservations } from './collections.ts';
import { getReservation } from './move.ts';
import { type OpenStock, openExistingStock } from './open-stock.ts';
import { allowedMoves } from './reservation-states.ts';
import { relocate, splitUnits } from './split-rules.ts';
import { type Allocation, holdUnits, releaseUnits } from './stock.ts';

type SplitInput = InputOf<(typeof reservationOperations)['catalog.reservations.split']>;

function refuse({ id, state }: Reservation): never {
  const allowed = allowedMoves(state);
  throw problem(catalogProblems.reservationState, {
    detail: `Reservation ${id} is ${state}, so it can not be split: only a committed one can.`,
    details: { state, allowed },
  });
}

async function requireLocation(context: Context, locationId: string): Promise<void> {
  if (await context.store.get(locations, locationId)) return;
  const message = `there is no location ${locationId}.`;
  throw problem(catalogProblems.unknownReference, {
    detail: `There is no location ${locationId}.`,
    errors: [{ pointer: '/locationId', message }],
  });
}

/** Holds all units of a part at one location. Throws `out_of_stock` where it hasn't got them. */
async function holdAt(
  context: Context,
  stock: OpenStock,
  part: Pick<Reservation, 'quantity' | 'allocations' | 'backordered'>,
  locationId: string,
): Promise<readonly Allocation[]> {
  const { variantId, levels } = stock;
  const moved = relocate(part, levels, locationId);
  if (moved.outcome === 'out_of_stock') {
    const { available } = moved;
    throw problem(catalogProblems.outOfStock, {
      detail: `${part.quantity} units of ${variantId} are to leave from ${locationId}, and ${available} can.`,
      details: { variantId, requested: part.quantity, available },
    });
  }
  const now = context.clock.now().toISOString();
  const elsewhere = part.allocations.filter((allocation) => allocation.locationId !== locationId);
  const freed = releaseUnits(levels, elsewhere, now);
  const create = () => context.ids.next('level');
  const held =
    moved.come === 0 ? freed : holdUnits(freed, [{ locationId, quantity: moved.come }], now, create);
  if (held !== levels) await stock.write({ levels: held, earliestExpiry: stock.earliestExpiry });
  return moved.allocations;
}

/**
 * Takes units out of a committed reservation into one of their own, at a location where one is named.
 * @throws {Problem} `reservation_state`, `invalid_input` or `out_of_stock`.
 */
export async function split(
  context: Context,
  { reservationId, quantity, locationId }: SplitInput,
): Promise<Reservation> {
  if (locationId !== undefined) await requireLocation(context, locationId);
  const { variantId } = await getReservation(context, reservationId);
  // The stock first, then the reservation: every writer takes the two in this order.
  const stock = await openExistingStock(context, variantId);
  const held = await context.store.get(reservations, reservationId, { lock: true });
  if (held?.state !== 'committed') return refuse(held ?? (await getReservation(context, reservationId)));
  if (quantity > held.quantity) {
    const message = `is ${quantity}, and the reservation holds ${held.quantity}.`;
    throw problem(problems.invalidInput, {
      detail: `/quantity ${message}`,
      errors: [{ pointer: '/quantity', message }],
    });
  }
  const { taken, rest } = splitUnits(held, quantity, locationId);
  const part = { ...taken, allocations: [...taken.allocations] };
  const allocations =
    stock && locationId !== undefined ? await holdAt(context, stock, part, locationId) : part.allocations;
  const own = { ...part, allocations: [...allocations] };
  if (rest.quantity === 0) {
    const moved = await context.store.update(reservations, reservationId, (before) => ({
      ...before,
      ...own,
    }));
    await context.emit('inventory.reservation_changed', variantId, moved);
    return moved;
  }
  const left = await context.store.update(reservations, reservationId, (before) => ({
    ...{ ...before, ...rest, allocations: [...rest.allocations] },
  }));
  const { state, expiresAt, reference } = held;
  const made = await context.store.insert(reservations, {
    ...{ id: context.ids.next('resv'), variantId, state, expiresAt, reference, ...own },
  });
  await context.emit('inventory.reservation_changed', variantId, left);
  await context.emit('inventory.reservation_changed', variantId, made);
  return made;
}
