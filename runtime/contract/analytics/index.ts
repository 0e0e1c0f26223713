import Type from 'typebox';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { Currency } from '../schema/primitives.ts';
import { ConversionReport, filters, grouping, Rebuild, range, SalesReport, TopProducts } from './schemas.ts';

export { mostDays } from './schemas.ts';

const analyticsOperations = defineOperations({
  'analytics.sales.report': {
    summary: 'Report sales',
    description:
      'Revenue gross and net, money taken and given back, tax, shipping, discounts, orders, units and average value, by ' +
      'day or month. ' +
      'Figures follow an order within moments.',
    http: 'GET /v1/analytics/sales',
    graphql: 'query salesReport',
    scopes: ['analytics:read'],
    input: Type.Object({ ...range, ...filters, ...grouping }),
    output: SalesReport,
    errors: [problems.invalidInput],
    effect: 'read',
    example: { from: '2026-11-01', to: '2026-11-30' },
  },
  'analytics.products.top': {
    summary: 'List the products that sold most',
    http: 'GET /v1/analytics/products',
    graphql: 'query topProducts',
    scopes: ['analytics:read'],
    input: Type.Object({
      ...range,
      channel: Type.Optional(Type.String()),
      currency: Type.Optional(Type.String({ ...Currency, description: "The store's first unless given." })),
      orderBy: Type.Optional(Type.Enum(['revenue', 'units'], { default: 'revenue' })),
      count: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 10 })),
    }),
    output: TopProducts,
    errors: [problems.invalidInput],
    effect: 'read',
    example: { from: '2026-11-01', to: '2026-11-30' },
  },
  'analytics.conversion.report': {
    summary: 'Report how many carts became orders',
    description: 'Carts are counted on the day that they were created, whenever what follows happened.',
    http: 'GET /v1/analytics/conversion',
    graphql: 'query conversionReport',
    scopes: ['analytics:read'],
    input: Type.Object({ ...range, ...filters, ...grouping }),
    output: ConversionReport,
    errors: [problems.invalidInput],
    effect: 'read',
    example: { from: '2026-11-01', to: '2026-11-30' },
  },
  'analytics.projections.rebuild': {
    summary: 'Make all figures anew',
    description:
      "From orders, their refunds, and the steps of carts; in the store's time zone of now. The figures before are " +
      'answered until it is done.',
    http: 'POST /v1/analytics/rebuild',
    graphql: 'mutation rebuildAnalytics',
    scopes: ['analytics:write'],
    input: Type.Object({}),
    output: Rebuild,
    errors: [],
    effect: 'steps',
  },
});

/** What was sold, and how it went. */
export function analyticsContract() {
  return { operations: analyticsOperations, resources: [], events: [] };
}

export type AnalyticsOperations = ReturnType<typeof analyticsContract>['operations'];
