import type { Static } from 'typebox';
import type { Context } from '../../../context/context.ts';
import type { Availability as AvailabilitySchema } from '../../../contract/schema/selection.ts';
import { type InventoryPolicy, locationsServing, sellableUnits } from './allocation.ts';
import { type Location, locations, stocks } from './collections.ts';
import { stocksNow } from './settle.ts';
import { type StoredLevel, stockId } from './stock.ts';

export type Availability = Static<typeof AvailabilitySchema>;

/** A variant whose availability is asked for. */
export interface VariantPolicy {
  readonly id: string;
  readonly inventoryPolicy: InventoryPolicy;
}

/** What a shopper is told. */
export function availability(
  policy: InventoryPolicy,
  levels: readonly StoredLevel[],
  serving: readonly Location[],
): Availability {
  if (policy === 'untracked') return { status: 'in_stock', quantity: null };
  const quantity = sellableUnits(levels, serving);
  if (quantity > 0) return { status: 'in_stock', quantity };
  return { status: policy === 'backorder' ? 'backorder' : 'out_of_stock', quantity: 0 };
}

/**
 * Availability of many variants in a channel, by variant id; in every channel where none is named. However many
 * variants there are, it takes one read of their stock and one of the locations where that lies.
 */
export async function availabilityOf(
  context: Context,
  variants: readonly VariantPolicy[],
  channel: string | undefined,
): Promise<ReadonlyMap<string, Availability>> {
  const tracked = variants.filter((variant) => variant.inventoryPolicy !== 'untracked');
  const found =
    tracked.length === 0
      ? []
      : await context.store.getMany(
          stocks,
          tracked.map((variant) => stockId(variant.id)),
        );
  const current = await stocksNow(
    context,
    found.filter((stock) => stock !== undefined),
  );
  const levelsOf = new Map(current.map((stock) => [stock.variantId, stock.levels]));
  const serving = await servingLocations(context, [...levelsOf.values()].flat(), channel);
  return new Map(
    variants.map(({ id, inventoryPolicy }) => [
      id,
      availability(inventoryPolicy, levelsOf.get(id) ?? [], serving),
    ]),
  );
}

/** The locations of these levels that serve a channel. */
export async function servingLocations(
  context: Context,
  levels: readonly StoredLevel[],
  channel: string | undefined,
): Promise<readonly Location[]> {
  const ids = [...new Set(levels.map((level) => level.locationId))];
  if (ids.length === 0) return [];
  const found = await context.store.getMany(locations, ids);
  return locationsServing(
    found.filter((location) => location !== undefined),
    channel,
  );
}
