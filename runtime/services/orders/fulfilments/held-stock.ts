import type { Context } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { Problem } from '../../../contract/problem.ts';
import type { HeldStock, OrderLine, StoredOrder } from '../orders/stored-order.ts';

/*
 * Stock of an order lies in committed reservations. What is planned to leave together is split off into reservations
 * of its own, variant by variant in the order of their ids, as stock is always locked.
 */

export function byVariant(stock: readonly HeldStock[]): HeldStock[] {
  return stock.toSorted((one, other) => (one.variantId < other.variantId ? -1 : 1));
}

/** Units of lines by their variant, in the order of the variants' ids. */
export function variantUnits(
  lines: readonly Pick<OrderLine, 'id' | 'variantId'>[],
  units: ReadonlyMap<string, number>,
): [variantId: string, quantity: number][] {
  const sums = new Map<string, number>();
  for (const { id, variantId } of lines) {
    const quantity = units.get(id) ?? 0;
    if (quantity > 0) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity);
  }
  return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1));
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

/** Takes units of a variant out of what an order holds; what it doesn't hold is reserved where `reserves` says so. */
export async function takeVariant(
  context: Context,
  order: StoredOrder,
  held: readonly HeldStock[],
  [variantId, wanted]: readonly [string, number],
  { locationId, reserves }: { readonly locationId: string | undefined; readonly reserves: boolean },
): Promise<TakenStock> {
  const split = operationOf(context, 'catalog.reservations.split');
  const at = locationId === undefined ? {} : { locationId };
  const taken: HeldStock[] = [];
  const left: HeldStock[] = [];
  let open = wanted;
  for (const entry of held) {
    const quantity = Math.min(open, entry.quantity);
    if (entry.variantId !== variantId || quantity === 0) {
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

/** Takes units of lines out of the stock that an order holds. Throws `out_of_stock`. */
export async function takeStock(
  context: Context,
  order: StoredOrder,
  units: ReadonlyMap<string, number>,
  options: { readonly locationId?: string | undefined; readonly reserves: boolean },
): Promise<TakenStock> {
  const { reserves } = options;
  const taken: HeldStock[] = [];
  let left: readonly HeldStock[] = order.internal.stock;
  for (const wanted of variantUnits(order.lines, units)) {
    const part = await takeVariant(context, order, left, wanted, {
      ...{ locationId: options.locationId, reserves },
    });
    taken.push(...part.taken);
    left = part.left;
  }
  return { taken, left: byVariant(left) };
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
