import Type from 'typebox';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import {
  after,
  identifier,
  Money,
  minorUnits,
  nullable,
  object,
  pageOf,
  pageSize,
  resourceFields,
} from '../schema/primitives.ts';
import { lineId } from '../schema/sale.ts';
import { OrderLineUnits } from './order-line.ts';
import { orderId, Reason } from './order-schemas.ts';
import { orderProblems } from './problems.ts';

const refundId = identifier('oref', 'refund of an order');

const OrderRefundLine = object('OrderRefundLine', { lineId, quantity: Type.Integer(), amount: Money });

const OrderRefundPart = object('OrderRefundPart', {
  paymentId: Type.String(),
  provider: Type.String(),
  amount: Money,
  refundId: Type.String({ description: "Id of the payment's own refund; empty in a preview." }),
});

const figures = {
  amount: Money,
  lines: Type.Array(OrderRefundLine, { description: 'What of it is for which line.' }),
  shipping: Money,
  other: Money,
  parts: Type.Array(OrderRefundPart, { description: 'From which payment how much, the oldest first.' }),
};

export const OrderRefund = object(
  'OrderRefund',
  {
    ...resourceFields('oref', 'refund of an order'),
    orderId,
    state: Type.Enum(['pending', 'completed', 'failed'], {
      description:
        '`pending` until every payment has been asked: it is asked again until it has. `failed` where a provider ' +
        'refused for good; the balance stays owed to the customer.',
    }),
    failure: nullable(Type.String({ description: 'Why a provider refused.' })),
    kind: Type.Enum(['refund', 'cancellation', 'return', 'edit']),
    returnId: nullable(identifier('ret', 'return')),
    ...figures,
    reason: nullable(Reason),
  },
  { description: 'Money given back on an order, over its payments.' },
);

const OrderRefundPreview = object('OrderRefundPreview', { ...figures, refundable: Money });

const wanted = {
  orderId,
  lines: Type.Optional(Type.Array(OrderLineUnits, { maxItems: 500 })),
  shipping: Type.Optional(
    Type.Boolean({ description: 'With what was paid for shipping and has not been refunded.' }),
  ),
  owed: Type.Optional(
    Type.Boolean({ description: 'With what the customer is owed already: a balance below 0.' }),
  ),
  amount: Type.Optional(
    minorUnits({ minimum: 1, description: 'Minor units, for no line: goodwill. Beside the rest.' }),
  ),
};

export const refundOperations = defineOperations({
  'orders.orders.previewRefund': {
    summary: 'Say what a refund would give back',
    description: 'Nothing is written. Lines give back their exact amounts, discounts and tax included.',
    http: 'POST /v1/orders/{orderId}/refunds/preview',
    graphql: 'query orderRefundPreview',
    scopes: ['orders:read'],
    input: Type.Object(wanted),
    output: OrderRefundPreview,
    errors: [
      problems.notFound,
      problems.invalidInput,
      orderProblems.orderUnits,
      orderProblems.refundTooLarge,
    ],
    effect: 'read',
  },
  'orders.orders.refund': {
    summary: 'Refund an order',
    description:
      'Units of lines, shipping, or an amount, over its payments from the oldest on. Stock is not touched: take ' +
      'goods back with a return. What a unit gives back is exact: refunding one by one gives what refunding all does.',
    http: 'POST /v1/orders/{orderId}/refunds',
    graphql: 'mutation refundOrder',
    scopes: ['orders:write'],
    input: Type.Object({ ...wanted, reason: Type.Optional(Reason) }),
    output: OrderRefund,
    status: 201,
    errors: [
      problems.notFound,
      problems.invalidInput,
      orderProblems.orderUnits,
      orderProblems.refundTooLarge,
    ],
    effect: 'steps',
  },
  'orders.orders.listRefunds': {
    summary: 'List the refunds of an order, newest first',
    http: 'GET /v1/orders/{orderId}/refunds',
    graphql: 'query orderRefunds',
    scopes: ['orders:read'],
    input: Type.Object({ orderId, pageSize, after }),
    output: pageOf(OrderRefund),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
  'orders.orders.getRefund': {
    summary: 'Get a refund of an order',
    http: 'GET /v1/order-refunds/{refundId}',
    graphql: 'query orderRefund',
    scopes: ['orders:read'],
    input: Type.Object({ refundId }),
    output: OrderRefund,
    errors: [problems.notFound],
    effect: 'read',
  },
});

export const refundResource = resource({
  name: 'OrderRefund',
  schema: OrderRefund,
  relations: {
    order: { kind: 'one', resource: 'Order', field: 'orderId', description: 'The order.' },
  },
});
