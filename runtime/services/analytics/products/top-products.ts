import type { Context } from '../../../context/context.ts';
import { type ProductSales, productSales } from '../collections.ts';

/** Rows of a ranking read at a time. */
const pageSize = 50;

interface TopWish {
  readonly generation: number;
  /** Days and months that make up the range. */
  readonly periods: readonly string[];
  readonly channels: readonly string[];
  readonly currency: string;
  readonly orderBy: 'units' | 'revenue';
  readonly count: number;
}

type Total = Pick<ProductSales, 'productId' | 'title' | 'units' | 'revenue'>;

function totalOf(productId: string, parts: readonly (ProductSales | undefined)[]): Total {
  const sold = parts.filter((part) => part !== undefined);
  const latest = sold.toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))[0];
  return {
    productId,
    title: latest?.title ?? productId,
    units: sold.reduce((sum, { units }) => sum + units, 0),
    revenue: sold.reduce((sum, { revenue }) => sum + revenue, 0),
  };
}

/**
 * The best products of a range, exactly, without reading all of them (Fagin's threshold algorithm). Each period and
 * channel has a ranking. They are read together from the top; every product met is added up over all of them. What
 * has not been met yet can't sell more than the rows reached add up to: once the last of the best sells that much,
 * the rest need not be read.
 */
export async function topProducts({ store }: Context, wish: TopWish): Promise<Total[]> {
  const { generation, periods, channels, currency, orderBy, count } = wish;
  const lists = periods.flatMap((period) => channels.map((channel) => ({ period, channel })));
  const after: (readonly (string | number)[] | undefined)[] = lists.map(() => undefined);
  const reached = lists.map(() => Number.POSITIVE_INFINITY);
  const totals = new Map<string, Total>();
  for (;;) {
    const open = lists.map((_, index) => index).filter((index) => reached[index] !== 0);
    const results = await store.queryEach(
      productSales,
      open.map((index) => {
        const position = after[index];
        const where = { generation, ...lists[index], currency } as Record<string, string | number>;
        return { index: orderBy, where, pageSize, ...(position ? { after: position } : {}) };
      }),
    );
    const met = new Set<string>();
    for (const [result, { items, hasMore }] of results.entries()) {
      const index = open[result] ?? 0;
      const last = items.at(-1);
      after[index] = last?.position;
      reached[index] = hasMore && last ? Math.max(0, last.document[orderBy]) : 0;
      for (const { document } of items) if (!totals.has(document.productId)) met.add(document.productId);
    }
    for (const productId of met) {
      const ids = lists.map(
        ({ period, channel }) => `${generation}.${period}.${channel}.${currency}.${productId}`,
      );
      totals.set(productId, totalOf(productId, await store.getMany(productSales, ids)));
    }
    const best = [...totals.values()]
      .filter((total) => total.units > 0)
      .toSorted((one, other) => other[orderBy] - one[orderBy] || (one.productId < other.productId ? -1 : 1))
      .slice(0, count);
    const most = reached.reduce((sum, value) => sum + value, 0);
    const least = best.at(count - 1)?.[orderBy];
    if (most === 0 || (least !== undefined && least >= most)) return best;
  }
}
