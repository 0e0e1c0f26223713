import type { StoredDocument } from '../../../store/port.ts';

/** Stock of a variant at one location, as it lies inside the variant's stock document. Units are whole pieces. */
export interface StoredLevel {
  readonly id: string;
  readonly locationId: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly safetyStock: number;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/**
 * All levels of a variant in one document: reserving reads and locks one thing, so parallel reservations queue
 * instead of deadlocking, and a page of products gets its stock in one read by ids.
 */
export interface Stock extends StoredDocument {
  readonly variantId: string;
  readonly productId: string;
  /** In the order in which they were made. */
  readonly levels: readonly StoredLevel[];
  /**
   * No held reservation expires before this; null where none expires. It may be too early, never too late, so a
   * reader has to ask for expired reservations only once it has passed.
   */
  readonly earliestExpiry: string | null;
}

/** Units of a variant at a location. */
export interface Allocation {
  readonly locationId: string;
  readonly quantity: number;
}

/** The stock document of a variant: found without an index. */
export function stockId(variantId: string): string {
  return `stock_${variantId.slice(variantId.indexOf('_') + 1)}`;
}

/** Units that can be sold from a level; negative when more is promised than is there. */
export function availableAt(level: Pick<StoredLevel, 'onHand' | 'reserved' | 'safetyStock'>): number {
  return level.onHand - level.reserved - level.safetyStock;
}

/** A level changed by `change`, made by `create` where the location holds none yet. */
export function changeLevel(
  levels: readonly StoredLevel[],
  locationId: string,
  now: string,
  create: () => string,
  change: (level: StoredLevel) => Pick<StoredLevel, 'onHand' | 'reserved' | 'safetyStock'>,
): readonly StoredLevel[] {
  const current = levels.find((level) => level.locationId === locationId);
  if (!current) {
    const blank = { onHand: 0, reserved: 0, safetyStock: 0, version: 1, createdAt: now, updatedAt: now };
    const level = { id: create(), locationId, ...blank };
    return [...levels, { ...level, ...change(level) }];
  }
  const changed = change(current);
  const same = (['onHand', 'reserved', 'safetyStock'] as const).every((key) => changed[key] === current[key]);
  if (same) return levels;
  return levels.map((level) =>
    level === current ? { ...level, ...changed, version: level.version + 1, updatedAt: now } : level,
  );
}

function moveUnits(
  levels: readonly StoredLevel[],
  allocations: readonly Allocation[],
  now: string,
  create: () => string,
  change: (level: StoredLevel, quantity: number) => StoredLevel,
): readonly StoredLevel[] {
  return allocations.reduce(
    (result, { locationId, quantity }) =>
      changeLevel(result, locationId, now, create, (level) => change(level, quantity)),
    levels,
  );
}

/** Sets units aside. `create` gives the id of a level for a location that has none. */
export function holdUnits(
  levels: readonly StoredLevel[],
  allocations: readonly Allocation[],
  now: string,
  create: () => string,
): readonly StoredLevel[] {
  return moveUnits(levels, allocations, now, create, (level, quantity) => ({
    ...level,
    reserved: level.reserved + quantity,
  }));
}

function refuseToCreate(): never {
  throw new Error('A reservation holds units at a location without a stock level.');
}

/** Gives units that were set aside back to sale. */
export function releaseUnits(
  levels: readonly StoredLevel[],
  allocations: readonly Allocation[],
  now: string,
): readonly StoredLevel[] {
  return moveUnits(levels, allocations, now, refuseToCreate, (level, quantity) => ({
    ...level,
    reserved: level.reserved - quantity,
  }));
}

/** Units that were set aside leave the building. */
export function shipUnits(
  levels: readonly StoredLevel[],
  allocations: readonly Allocation[],
  now: string,
): readonly StoredLevel[] {
  return moveUnits(levels, allocations, now, refuseToCreate, (level, quantity) => ({
    ...level,
    onHand: level.onHand - quantity,
    reserved: level.reserved - quantity,
  }));
}
