import type { Context } from '../../../context/context.ts';
import type { Query } from '../../../store/port.ts';
import { type Reservation, reservations, stocks } from './collections.ts';
import { moveReservation } from './reservation-states.ts';
import { releaseUnits, type Stock, stockId } from './stock.ts';

/*
 * A reservation ends when its time is over, whether or not the schedule has been by. Writers settle a stock
 * before they look at it: what has expired is ended and its units are free. Readers see the same by subtracting.
 */

const pageSize = 500;

function isDue(stock: Stock, now: string): boolean {
  return stock.earliestExpiry !== null && stock.earliestExpiry <= now;
}

/** `before` of a range is exclusive, and a reservation ends at the very millisecond. */
function justAfter(now: string): string {
  return new Date(Date.parse(now) + 1).toISOString();
}

function expiredQuery(variantId: string, now: string): Query {
  return { index: 'heldByVariant', where: { variantId }, range: { before: justAfter(now) }, pageSize };
}

/** A reservation as it is now: held past its time is expired, even where nobody has written that yet. */
export function reservationNow(reservation: Reservation, now: string): Reservation {
  const isOver =
    reservation.state === 'held' && reservation.expiresAt !== null && reservation.expiresAt <= now;
  return isOver ? { ...reservation, state: 'expired' } : reservation;
}

/** Stocks without the units whose reservations have expired; reads nothing more unless some may have. */
export async function stocksNow(context: Context, found: readonly Stock[]): Promise<readonly Stock[]> {
  const now = context.clock.now().toISOString();
  const due = found.filter((stock) => isDue(stock, now));
  if (due.length === 0) return found;
  const settled = new Map<string, Stock>();
  let queries = due.map((stock) => ({ stock, query: expiredQuery(stock.variantId, now) }));
  while (queries.length > 0) {
    const results = await context.store.queryEach(
      reservations,
      queries.map(({ query }) => query),
    );
    queries = queries.flatMap(({ stock, query }, index) => {
      const result = results[index];
      if (!result) return [];
      const { levels } = settled.get(stock.id) ?? stock;
      const freed = result.items.flatMap(({ document }) => document.allocations);
      settled.set(stock.id, { ...stock, levels: releaseUnits(levels, freed, now) });
      const last = result.items.at(-1);
      return result.hasMore && last ? [{ stock, query: { ...query, after: last.position } }] : [];
    });
  }
  return found.map((stock) => settled.get(stock.id) ?? stock);
}

/** Ends expired reservations of a locked stock, at most `limit` of them, and writes the stock. */
async function expireDue(context: Context, stock: Stock, now: string): Promise<Stock> {
  let { levels } = stock;
  for (;;) {
    const { items } = await context.store.query(reservations, expiredQuery(stock.variantId, now));
    for (const { document } of items) {
      const { to, event } = moveReservation(document, 'expire');
      const ended = await context.store.update(reservations, document.id, (current) => ({
        ...current,
        state: to,
      }));
      levels = releaseUnits(levels, ended.allocations, now);
      await context.emit(event, stock.variantId, ended);
    }
    if (items.length < pageSize) break;
  }
  const next = await context.store.query(reservations, {
    index: 'heldByVariant',
    where: { variantId: stock.variantId },
    pageSize: 1,
  });
  const earliestExpiry = next.items[0]?.document.expiresAt ?? null;
  return context.store.update(stocks, stock.id, (current) => ({ ...current, levels, earliestExpiry }));
}

/**
 * Locks a variant's stock until the transaction ends and settles it. Undefined where the variant has no stock
 * document. Locking several in one transaction, take them in the order of their ids.
 */
export async function lockStock(context: Context, variantId: string): Promise<Stock | undefined> {
  const now = context.clock.now().toISOString();
  const stock = await context.store.get(stocks, stockId(variantId), { lock: true });
  return stock && isDue(stock, now) ? expireDue(context, stock, now) : stock;
}

/** Ends every reservation whose time is over, variant by variant; at most 100 variants a run. */
export async function expireReservations(context: Context): Promise<void> {
  const now = context.clock.now().toISOString();
  const due = await context.store.query(stocks, {
    index: 'byExpiry',
    where: { all: 1 },
    range: { before: justAfter(now) },
    pageSize: 100,
  });
  const variantIds = due.items.map(({ document }) => document.variantId).sort();
  for (const variantId of variantIds) await lockStock(context, variantId);
}
