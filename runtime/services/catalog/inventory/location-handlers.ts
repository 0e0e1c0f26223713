import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import type { locationOperations } from '../../../contract/catalog/locations.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { knownChannel } from './channels.ts';
import { type Location, locations } from './collections.ts';
import { leaveLocation } from './leave-location.ts';
import { listPage } from './listed.ts';

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

async function requireLocation(context: Context, locationId: string): Promise<Location> {
  const found = await context.store.get(locations, locationId);
  if (found) return found;
  throw problem(problems.notFound, { detail: `There is no location ${locationId}.` });
}

/** Handlers of locations, in the contract's order. */
export const locationHandlers: HandlersOf<typeof locationOperations> = {
  async 'catalog.locations.list'(context, input) {
    return listPage(context, locations, { index: 'byPriority', where: { all: 1 } }, input);
  },
  async 'catalog.locations.get'(context, { locationId }) {
    return requireLocation(context, locationId);
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
    const found = await requireLocation(context, locationId);
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
  async 'catalog.locations.delete'(context, { locationId }) {
    const location = await requireLocation(context, locationId);
    await leaveLocation(context, location);
    await context.store.delete(locations, locationId, { expectedVersion: context.expectedVersion });
    await context.emit('location.deleted', locationId, { id: locationId, name: location.name });
    return null;
  },
};
