import type { Context } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { Problem } from '../../../contract/problem.ts';
import type { HeldStock, OrderLine, StoredOrder } from '../orders/stored-order.ts';
import { openUnits } from './line-units.ts';

/*
 * Stock of an order lies in committed reservations. What is planned to leave together is split off into reservations
 * of its own, variant by variant in the order of their ids, as stock is always locked.
 */

export function byVariant(stock: readonly HeldStock[]): HeldStock[] {
  return stock.toSorted((one, other) => (one.variantId < other.variantId ? -1 : 1));
}

/** Units of variants, in the order of the variants' ids. */
export type VariantUnits = readonly (readonly [variantId: string, quantity: number])[];

/** Units of lines by their variant. */
export function variantUnits(
  lines: readonly Pick<OrderLine, 'id' | 'variantId'>[],
  units: ReadonlyMap<string, number>,
): VariantUnits {
  const sums = new Map<string, number>();
  for (const { id, variantId } of lines) {
    const quantity = units.get(id) ?? 0;
    if (quantity > 0) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity);
  }
  return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * What an order holds and has no open units for any more. Units that were lost or came back are open and held by
 * nobody: where some of them are cancelled, the stock of the others stays.
 */
export function surplusStock({
  lines,
  internal,
}: {
  readonly lines: readonly OrderLine[];
  readonly internal: Pick<StoredOrder['internal'], 'stock'>;
}): VariantUnits {
  const open = new Map(variantUnits(lines, new Map(lines.map((line) => [line.id, openUnits(line)]))));
  const held = new Map<string, number>();
  for (const { variantId, quantity } of internal.stock)
    held.set(variantId, (held.get(variantId) ?? 0) + quantity);
  return [...held].flatMap(([variantId, quantity]) => {
    const surplus = quantity - (open.get(variantId) ?? 0);
    return surplus > 0 ? [[variantId, surplus] as const] : [];
  });
}

/**
 * Reserves units that no reservation holds: of imported orders, and of what was lost or came back. Undefined where the
 * variant is gone: then there is no stock to keep.
 */
export async function reserveUnits(
  context: Context,
  { id: reference, channel }: Pick<StoredOrder, 'id' | 'channel'>,
  variantId: string,
  quantity: number,
): Promise<HeldStock | undefined> {
  const isKnown = context.config.channels.some(({ key }) => key === channel);
  const create = operationOf(context, 'catalog.reservations.create');
  try {
    const { id: reservationId } = await context.call(create, {
      ...{ variantId, quantity, reference },
      ...(isKnown ? { channel } : {}),
    });
    await context.call(operationOf(context, 'catalog.reservations.commit'), { reservationId });
    return { variantId, reservationId, quantity };
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return undefined;
    throw error;
  }
}

interface TakenStock {
  /** What leaves. */
  readonly taken: readonly HeldStock[];
  /** What stays with the order. */
  readonly left: readonly HeldStock[];
}

interface TakeOptions {
  readonly locationId?: string | undefined;
  /** Whether what the order doesn't hold is reserved. */
  readonly reserves: boolean;
}

/** Those that have most units at a location first, so that as few as can be have to be held there anew. */
async function nearestFirst(
  context: Context,
  held: readonly HeldStock[],
  locationId: string | undefined,
): Promise<readonly HeldStock[]> {
  if (locationId === undefined || held.length < 2) return held;
  const get = operationOf(context, 'catalog.reservations.get');
  const units = new Map<HeldStock, number>();
  for (const entry of held) {
    const { allocations } = await context.call(get, { reservationId: entry.reservationId });
    units.set(entry, allocations.find((each) => each.locationId === locationId)?.quantity ?? 0);
  }
  return held.toSorted((one, other) => (units.get(other) ?? 0) - (units.get(one) ?? 0));
}

/** Takes units of a variant out of what an order holds of it. */
async function takeVariant(
  context: Context,
  order: StoredOrder,
  own: readonly HeldStock[],
  [variantId, wanted]: VariantUnits[number],
  { locationId, reserves }: TakeOptions,
): Promise<TakenStock> {
  const split = operationOf(context, 'catalog.reservations.split');
  const at = locationId === undefined ? {} : { locationId };
  const taken: HeldStock[] = [];
  const left: HeldStock[] = [];
  let open = wanted;
  for (const entry of await nearestFirst(context, own, locationId)) {
    const quantity = Math.min(open, entry.quantity);
    if (quantity === 0) {
      left.push(entry);
      continue;
    }
    open -= quantity;
    const isWhole = quantity === entry.quantity;
    const { reservationId } = entry;
    const part =
      isWhole && locationId === undefined
        ? { id: reservationId }
        : await context.call(split, { reservationId, quantity, ...at });
    taken.push({ variantId, reservationId: part.id, quantity });
    if (!isWhole) left.push({ ...entry, quantity: entry.quantity - quantity });
  }
  const more = open > 0 && reserves ? await reserveUnits(context, order, variantId, open) : undefined;
  if (!more) return { taken, left };
  const { reservationId, quantity } = more;
  if (locationId !== undefined) await context.call(split, { reservationId, quantity, locationId });
  return { taken: [...taken, more], left };
}

/** Takes units out of the stock that an order holds. Throws `out_of_stock`. */
export async function takeStock(
  context: Context,
  order: StoredOrder,
  units: VariantUnits,
  options: TakeOptions,
): Promise<TakenStock> {
  const held = new Map<string, readonly HeldStock[]>();
  for (const entry of order.internal.stock)
    held.set(entry.variantId, [...(held.get(entry.variantId) ?? []), entry]);
  const taken: HeldStock[] = [];
  for (const wanted of units) {
    const [variantId] = wanted;
    const part = await takeVariant(context, order, held.get(variantId) ?? [], wanted, options);
    taken.push(...part.taken);
    held.set(variantId, part.left);
  }
  return { taken, left: byVariant([...held.values()].flat()) };
}

/** Gives stock back to sale. */
export async function releaseStock(context: Context, stock: readonly HeldStock[]): Promise<void> {
  const release = operationOf(context, 'catalog.reservations.release');
  for (const { reservationId } of byVariant(stock)) await context.call(release, { reservationId });
}

/** Stock leaves the building. */
export async function shipStock(context: Context, stock: readonly HeldStock[]): Promise<void> {
  const ship = operationOf(context, 'catalog.reservations.ship');
  for (const { reservationId } of byVariant(stock)) await context.call(ship, { reservationId });
}
