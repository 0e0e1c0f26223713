import Type from 'typebox';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { after, nullable, object, pageOf, pageSize, Timestamp } from '../schema/primitives.ts';
import { buyerTexts } from '../schema/sale.ts';
import { Fulfilment } from './fulfilments.ts';
import { Order, orderFulfilmentStates, orderId, orderPaymentStates, orderStates } from './order-schemas.ts';
import { orderToken } from './order-token.ts';
import { orderProblems } from './problems.ts';
import { Return } from './return-schemas.ts';
import { TimelineEntry, timelineOperation } from './timeline.ts';

const byToken = Type.Object({ orderId, orderToken });
const reading = [problems.notFound, orderProblems.orderTokenNeeded];

/** What is asked of orders. */
export const orderReads = defineOperations({
  'orders.orders.list': {
    summary: 'List orders, newest first',
    description:
      'The states and the channel go together in any way; a customer or a tag goes alone. Each with a range of dates.',
    http: 'GET /v1/orders',
    graphql: 'query orders',
    scopes: ['orders:read'],
    input: Type.Object({
      state: Type.Optional(Type.Enum([...orderStates])),
      paymentState: Type.Optional(Type.Enum([...orderPaymentStates])),
      fulfilmentState: Type.Optional(Type.Enum([...orderFulfilmentStates])),
      channel: Type.Optional(Type.String()),
      customerId: Type.Optional(buyerTexts.customerId),
      tag: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
      placedFrom: Type.Optional(Timestamp),
      placedBefore: Type.Optional(Timestamp),
      pageSize,
      after,
    }),
    output: pageOf(Order),
    errors: [problems.invalidCursor, problems.invalidFilter],
    effect: 'read',
  },
  'orders.orders.search': {
    summary: 'Search orders, newest first',
    description:
      'By number or the beginning of one, e-mail address, the beginning of a name, or SKU. Names and e-mail addresses ' +
      'are indexed as keyed digests. What has just been placed is found a moment later.',
    http: 'POST /v1/orders/search',
    graphql: 'query searchOrders',
    scopes: ['orders:read'],
    input: Type.Object({
      query: Type.String({ minLength: 1, maxLength: 255 }),
      pageSize,
      after,
    }),
    output: pageOf(Order),
    errors: [problems.invalidCursor],
    effect: 'read',
    example: { query: 'ada@example.com' },
  },
  'orders.orders.get': {
    summary: 'Get an order',
    http: 'GET /v1/orders/{orderId}',
    graphql: 'query order',
    scopes: ['orders:read'],
    input: Type.Object({ orderId }),
    output: Order,
    errors: [problems.notFound],
    effect: 'read',
  },
  'orders.orders.read': {
    summary: 'Get an order by its token',
    http: 'POST /v1/orders/{orderId}/read',
    graphql: 'query orderByToken',
    scopes: ['carts:read'],
    input: byToken,
    output: Order,
    errors: reading,
    effect: 'read',
  },
  'orders.orders.getLink': {
    summary: "Get the link to an order's page in the storefront",
    description:
      'Mails carry it. Its token reaches this order alone, like the token of its cart, for as long as the order has ' +
      'personal data; it is the same each time. `url` is null while nobody said where the storefront is.',
    http: 'GET /v1/orders/{orderId}/link',
    graphql: 'query orderLink',
    scopes: ['orders:write'],
    input: Type.Object({ orderId }),
    output: object('OrderLink', {
      orderId,
      token: Type.String({ description: 'What the storefront sends as `orderToken`.' }),
      url: nullable(Type.String({ description: '`https://shop.example/orders/ord_…#token=…`' })),
    }),
    errors: [problems.notFound],
    effect: 'read',
  },
  'orders.orders.readProgress': {
    summary: 'Get what has become of an order, by its token',
    description:
      'Its parcels with their tracking, its returns, and what of its timeline the customer is shown, newest first.',
    http: 'POST /v1/orders/{orderId}/progress',
    graphql: 'query orderProgress',
    scopes: ['carts:read'],
    input: byToken,
    output: object('OrderProgress', {
      fulfilments: Type.Array(Fulfilment),
      returns: Type.Array(Return),
      timeline: Type.Array(TimelineEntry),
    }),
    errors: reading,
    effect: 'read',
  },
  'orders.orders.listTimeline': timelineOperation,
});
