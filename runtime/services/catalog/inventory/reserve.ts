import type { Context } from '../../../context/context.ts';
import { catalogProblems } from '../../../contract/catalog/index.ts';
import type { reservationOperations } from '../../../contract/catalog/reservations.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { allocate, type InventoryPolicy, locationsServing } from './allocation.ts';
import { servingLocations } from './availability.ts';
import { knownChannel } from './channels.ts';
import { type Location, locations, type Reservation, reservations } from './collections.ts';
import { openStock } from './open-stock.ts';
import { holdUnits, type StoredLevel } from './stock.ts';
import type { VariantDirectory } from './variant-directory.ts';

type ReserveInput = InputOf<(typeof reservationOperations)['catalog.reservations.create']>;

function expiryOf(context: Context, requested: string | undefined): string {
  const now = context.clock.now().getTime();
  if (requested === undefined) {
    return new Date(now + context.config.inventory.reservationSeconds * 1000).toISOString();
  }
  const expiry = Date.parse(requested);
  if (expiry > now) return new Date(expiry).toISOString();
  throw problem(problems.invalidInput, {
    detail: `The reservation would expire at ${requested}, and it is ${new Date(now).toISOString()} now.`,
    errors: [{ pointer: '/expiresAt', message: 'must lie in the future.' }],
  });
}

/** The location that owes what is promised beyond stock, where no level's location serves the channel. */
async function firstServing(context: Context, channel: string | undefined): Promise<readonly Location[]> {
  let after: readonly (string | number)[] | undefined;
  for (;;) {
    const { items, hasMore } = await context.store.query(locations, {
      index: 'byPriority',
      where: { all: 1 },
      pageSize: 100,
      ...(after ? { after } : {}),
    });
    const [first] = locationsServing(
      items.map(({ document }) => document),
      channel,
    );
    if (first) return [first];
    if (!hasMore) return [];
    after = items.at(-1)?.position;
  }
}

async function placesFor(
  context: Context,
  policy: InventoryPolicy,
  levels: readonly StoredLevel[],
  channel: string | undefined,
): Promise<readonly Location[]> {
  const serving = await servingLocations(context, levels, channel);
  return serving.length === 0 && policy === 'backorder' ? firstServing(context, channel) : serving;
}

function earlier(a: string | null, b: string): string {
  return a !== null && a < b ? a : b;
}

/** Sets units of a variant aside, in one transaction with the check that they are there. */
export async function reserve(
  context: Context,
  variants: VariantDirectory,
  input: ReserveInput,
): Promise<Reservation> {
  const { variantId, quantity, reference = null } = input;
  const channel = knownChannel(context, input.channel ?? context.actor.channel);
  const expiresAt = expiryOf(context, input.expiresAt);
  const product = await variants.find(context, variantId);
  const policy = product?.policies.get(variantId);
  const stock = policy && (await openStock(context, variants, variantId));
  if (!policy || !stock) {
    throw problem(problems.notFound, { detail: `There is no variant ${variantId}.` });
  }
  const places = policy === 'untracked' ? [] : await placesFor(context, policy, stock.levels, channel);
  const result = allocate(quantity, policy, stock.levels, places);
  if (result.outcome === 'out_of_stock') {
    const { available } = result;
    throw problem(catalogProblems.outOfStock, {
      detail: `${quantity} of variant ${variantId} were asked for, and ${available} can be sold${
        channel === undefined ? '' : ` in channel "${channel}"`
      }.`,
      details: { variantId, requested: quantity, available },
    });
  }
  const { allocations, backordered } = result;
  const now = context.clock.now().toISOString();
  const reservation = await context.store.insert(reservations, {
    ...{ id: context.ids.next('resv'), variantId, quantity, state: 'held' as const },
    ...{ allocations: [...allocations], backordered, expiresAt, reference },
  });
  await stock.write({
    levels: holdUnits(stock.levels, allocations, now, () => context.ids.next('level')),
    earliestExpiry: earlier(stock.earliestExpiry, expiresAt),
  });
  await context.emit('inventory.reserved', variantId, reservation);
  return reservation;
}
