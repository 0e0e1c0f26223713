import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import type { inventoryOperations } from '../../../contract/catalog/inventory.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { adjustAll } from './adjust.ts';
import { knownChannel } from './channels.ts';
import { adjustments, type Location, locations, reservations } from './collections.ts';
import { listLevels, presentLevel } from './levels.ts';
import { listPage } from './listed.ts';
import { getReservation, move } from './move.ts';
import { reserve } from './reserve.ts';
import { reservationNow } from './settle.ts';
import { rememberProducts, type VariantDirectory } from './variant-directory.ts';

interface LocationChanges {
  readonly name?: string | undefined;
  readonly country?: string | null | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly priority?: number | undefined;
  readonly isActive?: boolean | undefined;
}

/** What was given, without what was left out. */
function given(context: Context, changes: LocationChanges): Partial<Location> {
  changes.channels?.forEach((channel, index) => {
    knownChannel(context, channel, `/channels/${index}`);
  });
  const { name, country, channels, priority, isActive } = changes;
  const wanted = { name, country, channels: channels && [...channels], priority, isActive };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

type Handlers = HandlersOf<typeof inventoryOperations>;

/** Handlers of locations, stock and reservations, in the contract's order. */
export function inventoryHandlers(variants: VariantDirectory): Handlers {
  const newestFirst = (variantId: string) =>
    ({ index: 'byVariant', where: { variantId }, direction: 'descending' }) as const;
  return {
    async 'catalog.locations.list'(context, input) {
      return listPage(context, locations, { index: 'byPriority', where: { all: 1 } }, input);
    },
    async 'catalog.locations.create'(context, { id, name, ...changes }) {
      const location = await context.store.insert(locations, {
        ...{ id: id ?? context.ids.next('loc'), name },
        ...{ country: null, channels: [], priority: 0, isActive: true },
        ...given(context, changes),
      });
      await context.emit('location.created', location.id, location);
      return location;
    },
    async 'catalog.locations.update'(context, { locationId, ...changes }) {
      const found = await context.store.get(locations, locationId);
      if (!found) throw problem(problems.notFound, { detail: `There is no location ${locationId}.` });
      const wanted = given(context, changes);
      const { expectedVersion } = context;
      const location = await context.store.update(
        locations,
        locationId,
        (current) => {
          const changed = { ...current, ...wanted };
          return JSON.stringify(changed) === JSON.stringify(current) ? current : changed;
        },
        { expectedVersion },
      );
      if (location.version !== found.version) await context.emit('location.updated', locationId, location);
      return location;
    },
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
