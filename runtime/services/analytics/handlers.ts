import type { Context } from '../../context/context.ts';
import type { HandlersOf } from '../../context/service.ts';
import type { AnalyticsOperations } from '../../contract/analytics/index.ts';
import { type CartFigures, cartsOfDays, salesOfDays } from './collections.ts';
import { checkRange, type DateRange, periodsOf } from './date-range.ts';
import { readGenerations } from './generations.ts';
import { topProducts } from './products/top-products.ts';
import { type Group, group, readDays } from './read-days.ts';
import { rebuild } from './rebuild.ts';
import { presentSales } from './sales/present-sales.ts';

/** What is answered of the figures beside them. */
async function begin({ store, config }: Context, range: DateRange) {
  checkRange(range);
  const { live, next } = await readGenerations(store, config.timeZone);
  const { from, to } = range;
  return {
    generation: live.number,
    head: { from, to, timeZone: live.timeZone, isRebuilding: next !== null },
  };
}

function presentCarts({ figures: { created, checkoutStarted, completed }, ...place }: Group<CartFigures>) {
  const conversion = created === 0 ? null : Math.round((completed / created) * 10_000) / 10_000;
  return { ...place, created, checkoutStarted, completed, conversion };
}

export const analyticsHandlers: HandlersOf<AnalyticsOperations> = {
  async 'analytics.sales.report'(context, input) {
    const { generation, head } = await begin(context, input);
    const days = await readDays(context, salesOfDays, generation, input);
    const totals = group(days, { groupBy: 'range' });
    return { ...head, rows: group(days, input).map(presentSales), totals: totals.map(presentSales) };
  },

  async 'analytics.products.top'(context, { channel, orderBy = 'revenue', count = 10, ...input }) {
    const { generation, head } = await begin(context, input);
    const { from, to, timeZone } = head;
    const { channels, currencies } = context.config;
    const currency = input.currency ?? currencies[0] ?? 'USD';
    const rows = await topProducts(context, {
      ...{ generation, currency, orderBy, count, periods: periodsOf(input) },
      channels: channel === undefined ? channels.map(({ key }) => key) : [channel],
    });
    const shown = rows.map(({ revenue, ...row }) => ({ ...row, revenue: { amount: revenue, currency } }));
    return { from, to, timeZone, currency, rows: shown };
  },

  async 'analytics.conversion.report'(context, input) {
    const { generation, head } = await begin(context, input);
    const days = await readDays(context, cartsOfDays, generation, input);
    const totals = group(days, { groupBy: 'range' });
    return { ...head, rows: group(days, input).map(presentCarts), totals: totals.map(presentCarts) };
  },

  'analytics.projections.rebuild': (context) => rebuild(context),
};
