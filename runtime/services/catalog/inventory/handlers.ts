import type { HandlersOf } from '../../../context/service.ts';
import type { inventoryOperations } from '../../../contract/catalog/inventory.ts';
import { adjustAll } from './adjust.ts';
import { adjustments, reservations } from './collections.ts';
import { listLevels, presentLevel } from './levels.ts';
import { listPage } from './listed.ts';
import { getReservation, move } from './move.ts';
import { reserve } from './reserve.ts';
import { reservationNow } from './settle.ts';
import { rememberProducts, type VariantDirectory } from './variant-directory.ts';

type Handlers = HandlersOf<typeof inventoryOperations>;

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
      const results = await adjustAll(context, rememberProducts(variants), input.adjustments);
      return {
        results: results.map((result, index) => {
          if (result.outcome === 'refused') {
            const { code, occurrence } = result.problem;
            const errors = [...(occurrence.errors ?? [])];
            const refusal = { code, detail: occurrence.detail, errors };
            return { index, outcome: 'refused' as const, level: null, problem: refusal };
          }
          const variantId = input.adjustments[index]?.variantId ?? '';
          const level = presentLevel(variantId, result.level);
          return { index, outcome: result.outcome, level, problem: null };
        }),
      };
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
    async 'catalog.reservations.ship'(context, { reservationId }) {
      return move(context, reservationId, 'ship');
    },
    async 'catalog.reservations.release'(context, { reservationId }) {
      return move(context, reservationId, 'release');
    },
  };
}
