import type { Context } from '../../../context/context.ts';
import { catalogProblems } from '../../../contract/catalog/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { recordHistory } from './adjust.ts';
import { allocate } from './allocation.ts';
import { servingLocations } from './availability.ts';
import { type Reservation, reservations } from './collections.ts';
import { type OpenStock, openExistingStock } from './open-stock.ts';
import { moveReservation, type ReservationMove } from './reservation-states.ts';
import { reservationNow } from './settle.ts';
import { type Allocation, holdUnits, releaseUnits, type StoredLevel, shipUnits } from './stock.ts';

/** A reservation as it is now. Throws `not_found`. */
export async function getReservation(context: Context, id: string): Promise<Reservation> {
  const reservation = await context.store.get(reservations, id);
  if (!reservation) throw problem(problems.notFound, { detail: `There is no reservation ${id}.` });
  return reservationNow(reservation, context.clock.now().toISOString());
}

function notInYet(reservation: Reservation, onHand: number, where: string) {
  const { id, variantId, quantity } = reservation;
  return problem(catalogProblems.outOfStock, {
    detail: `Reservation ${id} can not be shipped: ${onHand} units of ${variantId} are on hand ${where}.`,
    hint: 'Record the units that came in with an adjustment ("received"), then ship.',
    details: { variantId, requested: quantity, available: onHand },
  });
}

/**
 * Where the units leave from: where they are held, and, for units that were promised when no location served the
 * channel, wherever there are some now. Throws `out_of_stock` where they haven't come in yet.
 */
async function shipment(
  context: Context,
  reservation: Reservation,
  levels: readonly StoredLevel[],
): Promise<{ readonly held: readonly Allocation[]; readonly extra: readonly Allocation[] }> {
  for (const { locationId, quantity } of reservation.allocations) {
    const onHand = levels.find((level) => level.locationId === locationId)?.onHand ?? 0;
    if (onHand < quantity) throw notInYet(reservation, onHand, `at ${locationId}`);
  }
  const held = reservation.allocations.reduce((sum, { quantity }) => sum + quantity, 0);
  const open = Math.min(reservation.backordered, reservation.quantity - held);
  if (open === 0) return { held: reservation.allocations, extra: [] };
  const places = await servingLocations(context, levels, undefined);
  const found = allocate(open, 'track', levels, places);
  if (found.outcome === 'out_of_stock') throw notInYet(reservation, found.available, 'in all locations');
  return { held: reservation.allocations, extra: found.allocations };
}

async function shipFrom(context: Context, stock: OpenStock, reservation: Reservation): Promise<Allocation[]> {
  const now = context.clock.now().toISOString();
  const { held, extra } = await shipment(context, reservation, stock.levels);
  const all = [...held, ...extra];
  const ready = holdUnits(stock.levels, extra, now, () => context.ids.next('level'));
  const levels = shipUnits(ready, all, now);
  await stock.write({ levels, earliestExpiry: stock.earliestExpiry });
  await recordHistory(
    context,
    all.map(({ locationId, quantity }) => ({
      ...{ variantId: stock.variantId, locationId, change: -quantity, reason: 'shipped' as const },
      onHandAfter: levels.find((level) => level.locationId === locationId)?.onHand ?? 0,
      ...{ note: null, reference: reservation.id },
    })),
  );
  return all;
}

/** Moves a reservation along its state table, and its units with it. Throws `reservation_state`. */
export async function move(context: Context, id: string, wanted: ReservationMove): Promise<Reservation> {
  const { variantId } = await getReservation(context, id);
  // The stock first, then the reservation: every writer takes the two in this order.
  const stock = await openExistingStock(context, variantId);
  const current = await context.store.get(reservations, id, { lock: true });
  const reservation = current ?? (await getReservation(context, id));
  const now = context.clock.now().toISOString();
  const { to, event } = moveReservation(reservationNow(reservation, now), wanted);

  let allocations: readonly Allocation[] = reservation.allocations;
  if (stock && wanted === 'release') {
    const levels = releaseUnits(stock.levels, allocations, now);
    await stock.write({ levels, earliestExpiry: stock.earliestExpiry });
  }
  if (stock && wanted === 'ship') allocations = await shipFrom(context, stock, reservation);

  const expiresAt = wanted === 'commit' ? null : reservation.expiresAt;
  const moved = await context.store.update(reservations, id, (before) => ({
    ...before,
    state: to,
    expiresAt,
    allocations: [...allocations],
  }));
  await context.emit(event, variantId, moved);
  return moved;
}
