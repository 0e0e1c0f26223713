import type { Context } from '../../../context/context.ts';
import { catalogProblems } from '../../../contract/catalog/problems.ts';
import { type Problem, problem } from '../../../contract/problem.ts';
import { type Location, stocks } from './collections.ts';
import type { Stock } from './stock.ts';

const stocksAtOnce = 500;
const mostNamed = 10;

function holds(stock: Stock, locationId: string): boolean {
  const level = stock.levels.find((candidate) => candidate.locationId === locationId);
  return level !== undefined && (level.onHand !== 0 || level.reserved !== 0);
}

function inUse({ id, name }: Location, held: readonly Stock[]): Problem {
  const variantIds = held.slice(0, mostNamed).map(({ variantId }) => variantId);
  return problem(catalogProblems.locationInUse, {
    detail: `${name} (${id}) holds stock of ${variantIds.join(', ')}.`,
    details: { variantIds },
  });
}

/**
 * Takes a location's empty levels away, so that nothing names it any more.
 * @throws {Problem} `location_in_use` where a level is not empty.
 */
export async function leaveLocation(context: Context, location: Location): Promise<void> {
  for (;;) {
    // What was left is no longer found, so each read begins anew.
    const { items, hasMore } = await context.store.query(stocks, {
      index: 'byLocation',
      where: { locationId: location.id },
      pageSize: stocksAtOnce,
    });
    const held = items.map(({ document }) => document).filter((stock) => holds(stock, location.id));
    if (held.length > 0) throw inUse(location, held);
    for (const { document } of items) {
      await context.store.update(stocks, document.id, (stock) => {
        // Under its lock: units may have come in since it was read.
        if (holds(stock, location.id)) throw inUse(location, [stock]);
        return { ...stock, levels: stock.levels.filter((level) => level.locationId !== location.id) };
      });
    }
    if (!hasMore) return;
  }
}
