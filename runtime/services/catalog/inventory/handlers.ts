import { type HandlersOf, InvalidRow } from '../../../context/service.ts';
import type { inventoryOperations } from '../../../contract/catalog/inventory.ts';
import type { reservationOperations } from '../../../contract/catalog/reservations.ts';
import type { Problem } from '../../../contract/problem.ts';
import { type AdjustInput, type AdjustResult, adjustAll } from './adjust.ts';
import { adjustments, reservations } from './collections.ts';
import { listLevels, presentLevel } from './levels.ts';
import { listPage } from './listed.ts';
import { getReservation, move } from './move.ts';
import { reserve } from './reserve.ts';
import { reservationNow } from './settle.ts';
import { split } from './split.ts';
import { rememberProducts, type VariantDirectory } from './variant-directory.ts';

type Handlers = HandlersOf<typeof inventoryOperations & typeof reservationOperations>;

function refusedResult(index: number, { code, occurrence }: Problem) {
  const problem = { code, detail: occurrence.detail, errors: [...(occurrence.errors ?? [])] };
  return { index, outcome: 'refused' as const, level: null, problem };
}

/** The answer to a row: its own refusal, or what became of the next of those that were adjusted. */
function bulkResult(index: number, row: AdjustInput | InvalidRow, adjusted: Iterator<AdjustResult>) {
  if (row instanceof InvalidRow) return refusedResult(index, row.problem);
  const result: AdjustResult | undefined = adjusted.next().value;
  if (!result) throw new Error('A row was adjusted without a result.');
  if (result.outcome === 'refused') return refusedResult(index, result.problem);
  return { index, outcome: result.outcome, level: presentLevel(row.variantId, result.level), problem: null };
}

/** Handlers of stock and reservations, in the contract's order. */
export function inventoryHandlers(variants: VariantDirectory): Handlers {
  const newestFirst = (variantId: string) =>
    ({ index: 'byVariant', where: { variantId }, direction: 'descending' }) as const;
  return {
    async 'catalog.inventory.listLevels'(context, input) {
      return listLevels(context, input);
    },
    async 'catalog.inventory.adjust'(context, input) {
      const [result] = await adjustAll(context, variants, [input]);
      if (!result) throw new Error('An adjustment gave no result.');
      if (result.outcome === 'refused') throw result.problem;
      return presentLevel(input.variantId, result.level);
    },
    async 'catalog.inventory.adjustMany'(context, input) {
      const rows = input.adjustments as readonly (AdjustInput | InvalidRow)[];
      const valid = rows.filter((row): row is AdjustInput => !(row instanceof InvalidRow));
      const adjusted = (await adjustAll(context, rememberProducts(variants), valid)).values();
      return { results: rows.map((row, index) => bulkResult(index, row, adjusted)) };
    },
    async 'catalog.inventory.listAdjustments'(context, { variantId, ...page }) {
      return listPage(context, adjustments, newestFirst(variantId), page);
    },
    async 'catalog.reservations.create'(context, input) {
      return reserve(context, variants, input);
    },
    async 'catalog.reservations.get'(context, { reservationId }) {
      return getReservation(context, reservationId);
    },
    async 'catalog.reservations.list'(context, { variantId, ...page }) {
      const found = await listPage(context, reservations, newestFirst(variantId), page);
      const now = context.clock.now().toISOString();
      return { ...found, data: found.data.map((reservation) => reservationNow(reservation, now)) };
    },
    async 'catalog.reservations.commit'(context, { reservationId }) {
      return move(context, reservationId, 'commit');
    },
    async 'catalog.reservations.split'(context, input) {
      return split(context, input);
    },
    async 'catalog.reservations.ship'(context, { reservationId }) {
      return move(context, reservationId, 'ship');
    },
    async 'catalog.reservations.release'(context, { reservationId }) {
      return move(context, reservationId, 'release');
    },
  };
}
