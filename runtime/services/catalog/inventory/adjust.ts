import type { Context } from '../../../context/context.ts';
import { catalogProblems } from '../../../contract/catalog/index.ts';
import type { inventoryOperations } from '../../../contract/catalog/inventory.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { type Problem, problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { adjustLevels } from './adjustment-rules.ts';
import { adjustments, locations } from './collections.ts';
import { type OpenStock, openStock } from './open-stock.ts';
import type { StoredLevel } from './stock.ts';
import type { VariantDirectory } from './variant-directory.ts';

export type AdjustInput = InputOf<(typeof inventoryOperations)['catalog.inventory.adjust']>;

export type AdjustResult =
  | { readonly outcome: 'adjusted' | 'unchanged'; readonly level: StoredLevel }
  | { readonly outcome: 'refused'; readonly problem: Problem };

/** One entry of the history, not yet written. */
export interface HistoryEntry {
  readonly variantId: string;
  readonly locationId: string;
  readonly change: number;
  readonly onHandAfter: number;
  readonly reason: AdjustInput['reason'];
  readonly note: string | null;
  readonly reference: string | null;
}

/** Writes entries of one variant's history, with their events. */
export async function recordHistory(context: Context, entries: readonly HistoryEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const written = await context.store.insertMany(
    adjustments,
    entries.map((entry) => ({ id: context.ids.next('iadj'), actor: context.actor.id, ...entry })),
  );
  for (const entry of written) await context.emit('inventory.adjusted', entry.variantId, entry);
}

function unknown(pointer: string, what: string, id: string): Problem {
  const message = `there is no ${what} ${id}.`;
  return problem(catalogProblems.unknownReference, {
    detail: `There is no ${what} ${id}.`,
    errors: [{ pointer, message }],
  });
}

async function unknownLocations(context: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const distinct = [...new Set(ids)];
  const found = await context.store.getMany(locations, distinct);
  return new Set(distinct.filter((_, index) => found[index] === undefined));
}

async function adjustStock(
  context: Context,
  stock: OpenStock,
  inputs: readonly AdjustInput[],
): Promise<readonly AdjustResult[]> {
  const now = context.clock.now().toISOString();
  const create = () => context.ids.next('level');
  let { levels } = stock;
  const entries: HistoryEntry[] = [];
  const results = inputs.map((input): AdjustResult => {
    const { variantId, locationId, reason } = input;
    const adjusted = adjustLevels(levels, input, now, create);
    if (!('level' in adjusted)) {
      const [fault] = adjusted.faults;
      const detail = `The stock of ${variantId} can not be adjusted: ${fault?.message ?? ''}`;
      return {
        outcome: 'refused',
        problem: problem(problems.invalidInput, { detail, errors: adjusted.faults }),
      };
    }
    const isUnchanged = adjusted.levels === levels && !adjusted.isRecorded;
    levels = adjusted.levels;
    if (adjusted.isRecorded) {
      const { note = null, reference = null } = input;
      const { change, level } = adjusted;
      entries.push({ variantId, locationId, change, onHandAfter: level.onHand, reason, note, reference });
    }
    return { outcome: isUnchanged ? 'unchanged' : 'adjusted', level: adjusted.level };
  });
  if (levels !== stock.levels) await stock.write({ levels, earliestExpiry: stock.earliestExpiry });
  await recordHistory(context, entries);
  return results;
}

/**
 * Adjusts stock, each row by itself, in the order given. Variants are locked in the order of their ids, so that
 * parallel calls wait for one another instead of deadlocking.
 */
export async function adjustAll(
  context: Context,
  variants: VariantDirectory,
  inputs: readonly AdjustInput[],
): Promise<readonly AdjustResult[]> {
  const nowhere = await unknownLocations(
    context,
    inputs.map((input) => input.locationId),
  );
  const results = new Map<AdjustInput, AdjustResult>();
  const byVariant = new Map<string, AdjustInput[]>();
  for (const input of inputs) {
    const rows = byVariant.get(input.variantId) ?? [];
    byVariant.set(input.variantId, [...rows, input]);
  }
  for (const [variantId, rows] of [...byVariant].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const placed = rows.filter((row) => !nowhere.has(row.locationId));
    for (const row of rows) {
      const refusal = unknown('/locationId', 'location', row.locationId);
      if (!placed.includes(row)) results.set(row, { outcome: 'refused', problem: refusal });
    }
    if (placed.length === 0) continue;
    const stock = await openStock(context, variants, variantId);
    const refusal = unknown('/variantId', 'variant', variantId);
    const adjusted = stock && (await adjustStock(context, stock, placed));
    placed.forEach((row, index) => {
      results.set(row, adjusted?.[index] ?? { outcome: 'refused', problem: refusal });
    });
  }
  return inputs.map((input) => {
    const result = results.get(input);
    if (!result) throw new Error('An adjustment was not worked on.');
    return result;
  });
}
