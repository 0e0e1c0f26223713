import type { Location } from './collections.ts';
import { type Allocation, availableAt, type StoredLevel } from './stock.ts';

/** What stock is promised under: see `inventoryPolicy` of a variant. */
export type InventoryPolicy = 'track' | 'backorder' | 'untracked';

export type AllocationResult =
  | {
      readonly outcome: 'allocated';
      readonly allocations: readonly Allocation[];
      /** Units promised beyond what is available; those of a location are part of its allocation. */
      readonly backordered: number;
    }
  | { readonly outcome: 'out_of_stock'; readonly available: number };

/** Active locations that serve a channel; every active one where no channel is asked for. */
export function locationsServing(
  locations: readonly Location[],
  channel: string | undefined,
): readonly Location[] {
  return locations.filter(
    (location) =>
      location.isActive &&
      (channel === undefined || location.channels.length === 0 || location.channels.includes(channel)),
  );
}

/** Units that can be promised now at these locations. What one location is oversold by takes from no other. */
export function sellableUnits(levels: readonly StoredLevel[], locations: readonly Location[]): number {
  const ids = new Set(locations.map((location) => location.id));
  return levels
    .filter((level) => ids.has(level.locationId))
    .reduce((sum, level) => sum + Math.max(0, availableAt(level)), 0);
}

/**
 * Where a quantity is held: the highest priority first, then where most is available, then the older location.
 * All of it or nothing, unless the policy promises more than there is: then the first location in that order
 * owes the rest, and its availability turns negative.
 */
export function allocate(
  quantity: number,
  policy: InventoryPolicy,
  levels: readonly StoredLevel[],
  locations: readonly Location[],
): AllocationResult {
  if (policy === 'untracked') return { outcome: 'allocated', allocations: [], backordered: 0 };
  const places = locations
    .map(({ id, priority }) => {
      const level = levels.find(({ locationId }) => locationId === id);
      return { id, priority, available: level ? Math.max(0, availableAt(level)) : 0 };
    })
    .sort((a, b) => b.priority - a.priority || b.available - a.available || (a.id < b.id ? -1 : 1));
  const available = places.reduce((sum, place) => sum + place.available, 0);
  if (available < quantity && policy === 'track') return { outcome: 'out_of_stock', available };

  const backordered = Math.max(0, quantity - available);
  let open = quantity - backordered;
  const allocations = places.map((place, index) => {
    const taken = Math.min(open, place.available);
    open -= taken;
    return { locationId: place.id, quantity: index === 0 ? taken + backordered : taken };
  });
  return {
    outcome: 'allocated',
    allocations: allocations.filter((allocation) => allocation.quantity > 0),
    backordered,
  };
}
