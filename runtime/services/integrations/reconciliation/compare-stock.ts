import type { Static } from 'typebox';
import type { StockDifference as DifferenceSchema } from '../../../contract/integrations/index.ts';
import { countsByPlace, type StockCount } from '../counts-by-place.ts';

export type StockDifference = Static<typeof DifferenceSchema>;

export interface Comparison {
  readonly compared: number;
  /** By SKU, then location. */
  readonly differences: readonly StockDifference[];
}

function differenceOf(
  here: StockCount | undefined,
  there: StockCount | undefined,
): StockDifference | undefined {
  const place = here ?? there;
  if (!place) return undefined;
  const { sku, locationId } = place;
  if (here && there) {
    if (here.onHand === there.onHand) return undefined;
    return { sku, locationId, kind: 'differs', here: here.onHand, there: there.onHand };
  }
  // Nothing, and no word of it, are the same.
  if (place.onHand === 0) return undefined;
  if (here) return { sku, locationId, kind: 'missing_there', here: here.onHand, there: null };
  return { sku, locationId, kind: 'missing_here', here: null, there: place.onHand };
}

/** Where two counts of the whole stock are not the same. */
export function compareStock(here: readonly StockCount[], there: readonly StockCount[]): Comparison {
  const [ours, theirs] = [countsByPlace(here), countsByPlace(there)];
  const places = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  const differences = places.flatMap((place) => differenceOf(ours.get(place), theirs.get(place)) ?? []);
  return { compared: places.length, differences };
}
