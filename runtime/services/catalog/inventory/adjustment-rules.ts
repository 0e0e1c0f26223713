import type { FieldError } from '../../../contract/problem.ts';
import { changeLevel, type StoredLevel } from './stock.ts';

/** What an adjustment asks of a level: units more or less, units counted, units to keep back. */
export interface LevelChange {
  readonly locationId: string;
  readonly change?: number | undefined;
  readonly onHand?: number | undefined;
  readonly safetyStock?: number | undefined;
  readonly reason: string;
}

export type AdjustedLevels =
  | { readonly faults: readonly FieldError[] }
  | {
      readonly faults: readonly [];
      readonly levels: readonly StoredLevel[];
      readonly level: StoredLevel;
      /** Units on hand more or less. */
      readonly change: number;
      /** Whether the history gets an entry: a count is worth one even where it confirms what was known. */
      readonly isRecorded: boolean;
    };

/** The levels after an adjustment, or what is wrong with it. `create` gives the id of a new level. */
export function adjustLevels(
  levels: readonly StoredLevel[],
  wanted: LevelChange,
  now: string,
  create: () => string,
): AdjustedLevels {
  const { locationId, change, onHand, safetyStock, reason } = wanted;
  if (change !== undefined && onHand !== undefined) {
    return { faults: [{ pointer: '/onHand', message: 'give either "change" or "onHand", not both.' }] };
  }
  if (change === undefined && onHand === undefined && safetyStock === undefined) {
    return { faults: [{ pointer: '', message: 'needs "change", "onHand" or "safetyStock".' }] };
  }
  const before = levels.find((level) => level.locationId === locationId)?.onHand ?? 0;
  const after = onHand ?? before + (change ?? 0);
  if (after < 0) {
    return {
      faults: [
        {
          pointer: '/change',
          message: `would leave ${after} units on hand: there are ${before} to take from.`,
        },
      ],
    };
  }
  if (!Number.isSafeInteger(after)) {
    return { faults: [{ pointer: '/change', message: 'is more units than can be counted exactly.' }] };
  }
  const changed = changeLevel(levels, locationId, now, create, (level) => ({
    onHand: after,
    reserved: level.reserved,
    safetyStock: safetyStock ?? level.safetyStock,
  }));
  const level = changed.find((candidate) => candidate.locationId === locationId);
  if (!level) throw new Error(`The level at ${locationId} was changed and is not there.`);
  const isRecorded = after !== before || (reason === 'counted' && onHand !== undefined);
  return { faults: [], levels: changed, level, change: after - before, isRecorded };
}
