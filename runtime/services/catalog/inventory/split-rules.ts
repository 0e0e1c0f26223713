import { type Allocation, availableAt, type StoredLevel } from './stock.ts';

/** What a reservation holds. Where `backordered` units have no place yet, the allocations are fewer than the units. */
export interface HeldUnits {
  readonly quantity: number;
  readonly allocations: readonly Allocation[];
  readonly backordered: number;
}

export interface SplitUnits {
  readonly taken: HeldUnits;
  readonly rest: HeldUnits;
}

const sumOf = (allocations: readonly Allocation[]) =>
  allocations.reduce((sum, { quantity }) => sum + quantity, 0);

/** Takes units out of allocations, those of the location first. */
function takeFrom(allocations: readonly Allocation[], wanted: number, first: string | undefined) {
  let open = wanted;
  const parts = allocations
    .toSorted((one, other) => Number(other.locationId === first) - Number(one.locationId === first))
    .map(({ locationId, quantity }) => {
      const took = Math.min(open, quantity);
      open -= took;
      return { locationId, took, left: quantity - took };
    });
  const of = (units: 'took' | 'left') =>
    parts.flatMap((part) =>
      part[units] > 0 ? [{ locationId: part.locationId, quantity: part[units] }] : [],
    );
  return { taken: of('took'), rest: of('left') };
}

/**
 * Units taken out of a reservation: at the location first, those that are there before those that are owed. Nothing
 * moves from place to place. `quantity` is no more than is held.
 */
export function splitUnits(held: HeldUnits, quantity: number, locationId: string | undefined): SplitUnits {
  const { taken, rest } = takeFrom(held.allocations, quantity, locationId);
  const backordered = Math.max(0, quantity - (held.quantity - held.backordered));
  return {
    taken: { quantity, allocations: taken, backordered },
    rest: {
      quantity: held.quantity - quantity,
      allocations: rest,
      backordered: held.backordered - backordered,
    },
  };
}

export type Relocation =
  | { readonly outcome: 'moved'; readonly allocations: readonly Allocation[]; readonly come: number }
  | { readonly outcome: 'out_of_stock'; readonly available: number };

/**
 * Where units are held when all of them are to be at one location: those elsewhere come to it, if so many can be sold
 * from there. Units without a place stay so unless the location has them.
 */
export function relocate(
  { quantity, allocations }: HeldUnits,
  levels: readonly StoredLevel[],
  locationId: string,
): Relocation {
  const isTracked = sumOf(allocations) > 0;
  if (!isTracked) return { outcome: 'moved', allocations, come: 0 };
  const there = sumOf(allocations.filter((allocation) => allocation.locationId === locationId));
  const come = quantity - there;
  const level = levels.find((candidate) => candidate.locationId === locationId);
  const available = level ? Math.max(0, availableAt(level)) : 0;
  if (come > available) return { outcome: 'out_of_stock', available: there + available };
  return { outcome: 'moved', allocations: [{ locationId, quantity }], come };
}
