import type { Context } from '../../context/context.ts';
import type { Collection } from '../../store/port.ts';
import type { CartsOfDay, SalesOfDay } from './collections.ts';
import { type DateRange, dayAfter } from './date-range.ts';
import { addFigures } from './sales/sales-figures.ts';

const pageSize = 500;

interface Filter extends DateRange {
  readonly channel?: string | undefined;
  readonly currency?: string | undefined;
}

/** The counters of a range of days: as many as it has days, channels and currencies, however much was sold. */
export async function readDays<Doc extends SalesOfDay | CartsOfDay>(
  { store }: Context,
  from: Collection<Doc>,
  generation: number,
  { channel, currency, ...range }: Filter,
): Promise<Doc[]> {
  const found: Doc[] = [];
  let after: readonly (string | number)[] | undefined;
  for (;;) {
    const { items, hasMore } = await store.query(from, {
      ...{ index: 'byDay', where: { generation }, pageSize },
      range: { from: range.from, before: dayAfter(range.to) },
      ...(after ? { after } : {}),
    });
    found.push(...items.map(({ document }) => document));
    after = items.at(-1)?.position;
    if (!hasMore || !after) break;
  }
  return found.filter(
    (day) =>
      (channel === undefined || day.channel === channel) &&
      (currency === undefined || day.currency === currency),
  );
}

export interface Grouping {
  readonly groupBy?: 'day' | 'month' | 'range' | undefined;
  readonly byChannel?: boolean | undefined;
}

export interface Group<Figures> {
  readonly period: string | null;
  readonly channel: string | null;
  readonly currency: string;
  readonly figures: Figures;
}

/** Adds days up by period, channel and currency; oldest first. */
export function group<Figures extends Readonly<Record<string, number>>>(
  days: readonly {
    readonly day: string;
    readonly channel: string;
    readonly currency: string;
    readonly figures: Figures;
  }[],
  { groupBy = 'day', byChannel = false }: Grouping,
): Group<Figures>[] {
  const groups = new Map<string, Group<Figures>>();
  const length = { day: 10, month: 7, range: 0 }[groupBy];
  for (const { day, channel, currency, figures } of days) {
    const period = length === 0 ? null : day.slice(0, length);
    const key = [period, byChannel ? channel : '', currency].join(' ');
    const before = groups.get(key);
    groups.set(key, {
      ...{ period, channel: byChannel ? channel : null, currency },
      figures: before ? addFigures(before.figures, figures) : figures,
    });
  }
  return [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}
