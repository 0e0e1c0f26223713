import Type from 'typebox';
import { CalendarDate, Currency, Money, nullable, object } from '../schema/primitives.ts';

/** Most days that one report spans. */
export const mostDays = 1100;

export const range = {
  from: Type.String({ ...CalendarDate, description: 'First day, in the time zone of the figures.' }),
  to: Type.String({ ...CalendarDate, description: `Last day, included; ${mostDays} days at most.` }),
};
export const filters = { channel: Type.Optional(Type.String()), currency: Type.Optional(Currency) };
export const grouping = {
  groupBy: Type.Optional(Type.Enum(['day', 'month', 'range'], { default: 'day' })),
  byChannel: Type.Optional(Type.Boolean({ default: false, description: 'A row a channel.' })),
};

const counted = (description: string) => Type.Integer({ minimum: 0, description });
const place = {
  period: nullable(Type.String({ description: '`2026-03-01`, `2026-03`, or null for the whole range.' })),
  channel: nullable(Type.String({ description: 'Null for all together.' })),
  currency: Currency,
};
const money = (description: string) =>
  Type.Object(Money.properties, { title: 'Money', additionalProperties: false, description });

const SalesRow = object(
  'SalesRow',
  {
    ...place,
    orders: counted('Placed, those that were cancelled later included.'),
    cancelledOrders: counted('Cancelled as a whole, on the day that they were.'),
    units: counted('In orders placed, without cancelled units.'),
    gross: money('What orders placed cost, with tax and shipping, after discounts.'),
    discounts: money('What promotions took off.'),
    shipping: money('What of `gross` is for shipping.'),
    refunds: money('Given back, on the day that it was.'),
    cancelled: money('What cancelled goods had cost, where nothing had to be given back.'),
    tax: money('In `gross`, less what is in refunds and cancelled goods.'),
    captured: money('Money that was taken, on the day that it was; what was given back is in `refunds`.'),
    net: money('gross − refunds − cancelled − tax, exactly.'),
    averageValue: nullable(money('gross / orders, half-even; null without orders.')),
  },
  { description: 'What was sold in a currency.' },
);

export const SalesReport = object(
  'SalesReport',
  {
    ...{ from: CalendarDate, to: CalendarDate },
    timeZone: Type.String({ description: 'Whose days these are.' }),
    isRebuilding: Type.Boolean({
      description: 'Whether figures are being made anew; these stand until then.',
    }),
    rows: Type.Array(SalesRow, { description: 'Periods in which something happened, oldest first.' }),
    totals: Type.Array(SalesRow, { description: 'Of the whole range, a row a currency.' }),
  },
  { description: 'Sales in a range of days. Currencies are never added up.' },
);

const ConversionRow = object(
  'ConversionRow',
  {
    ...place,
    created: counted('Carts created in the period.'),
    checkoutStarted: counted('Of them, those whose checkout began, then or later.'),
    completed: counted('Of them, those that became an order, then or later.'),
    conversion: nullable(Type.Number({ description: 'completed / created, to four digits.' })),
  },
  { description: 'What became of the carts of a period.' },
);

export const ConversionReport = object('ConversionReport', {
  ...{ from: CalendarDate, to: CalendarDate, timeZone: Type.String(), isRebuilding: Type.Boolean() },
  rows: Type.Array(ConversionRow),
  totals: Type.Array(ConversionRow),
});

const ProductSales = object('ProductSales', {
  productId: Type.String(),
  title: Type.String({ description: 'As it was sold last.' }),
  units: counted('In orders placed, without cancelled units.'),
  revenue: money('What these units cost, with tax, after discounts.'),
});

export const TopProducts = object(
  'ProductRanking',
  {
    ...{ from: CalendarDate, to: CalendarDate, timeZone: Type.String(), currency: Currency },
    rows: Type.Array(ProductSales, { description: 'The best first.' }),
  },
  { description: 'What was sold most, by the day that orders were placed.' },
);

export const Rebuild = object('AnalyticsRebuild', {
  orders: Type.Integer({ description: 'Orders whose figures were made anew.' }),
  carts: Type.Integer(),
  timeZone: Type.String(),
});
