import Type from 'typebox';
import { catalogProblems } from '../catalog/problems.ts';
import { defineOperations } from '../operation.ts';
import type { ProblemDefinition } from '../problem.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import {
  after,
  identifier,
  nullable,
  object,
  pageOf,
  pageSize,
  resourceFields,
  Timestamp,
} from '../schema/primitives.ts';
import { lineId } from '../schema/sale.ts';
import { OrderLineUnits } from './order-line.ts';
import { orderId, Reason } from './order-schemas.ts';
import { orderProblems } from './problems.ts';

export const fulfilmentId = identifier('ful', 'fulfilment');
export const fulfilmentStates = [
  ...(['planned', 'packed', 'shipped', 'delivered', 'cancelled', 'lost', 'returned_to_sender'] as const),
] as const;

export const Tracking = object('Tracking', {
  carrier: nullable(Type.String({ minLength: 1, maxLength: 128 })),
  number: nullable(Type.String({ minLength: 1, maxLength: 128 })),
  url: nullable(Type.String({ format: 'uri', maxLength: 2048 })),
});

export const TrackingInput = object('TrackingInput', {
  carrier: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 128 }))),
  number: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 128 }))),
  url: Type.Optional(nullable(Type.String({ format: 'uri', pattern: '^https?://', maxLength: 2048 }))),
});

export const Fulfilment = object(
  'Fulfilment',
  {
    ...resourceFields('ful', 'fulfilment'),
    orderId,
    number: Type.String({ description: "The order's number and its own: `1001-F2`." }),
    state: Type.Enum([...fulfilmentStates]),
    locationId: nullable(identifier('loc', 'location')),
    lines: Type.Array(
      object('FulfilmentLine', { lineId, variantId: Type.String(), quantity: Type.Integer({ minimum: 1 }) }),
    ),
    tracking: Tracking,
    packedAt: nullable(Timestamp),
    shippedAt: nullable(Timestamp),
    deliveredAt: nullable(Timestamp),
    endedAt: nullable(
      Type.String({ format: 'date-time', description: 'When it was cancelled, lost or sent back.' }),
    ),
    reason: nullable(Reason),
  },
  { description: 'A parcel: units of an order that leave together, from one location where one is named.' },
);

const moving = [problems.notFound, orderProblems.fulfilmentState, problems.versionConflict];

function fulfilmentMove<const Verb extends string>(
  verb: Verb,
  graphql: string,
  summary: string,
  description: string,
  errors: readonly ProblemDefinition[] = [],
) {
  return {
    summary,
    description,
    http: `POST /v1/fulfilments/{fulfilmentId}/${verb}`,
    graphql: `mutation ${graphql}`,
    scopes: ['orders:write'],
    input: Type.Object({ fulfilmentId, reason: Type.Optional(Reason) }),
    output: Fulfilment,
    errors: [...moving, ...errors],
    effect: 'write',
  } as const;
}

export const fulfilmentOperations = defineOperations({
  'orders.fulfilments.list': {
    summary: 'List fulfilments, newest first',
    description: 'Of an order, of a state, or all.',
    http: 'GET /v1/fulfilments',
    graphql: 'query fulfilments',
    scopes: ['orders:read'],
    input: Type.Object({
      orderId: Type.Optional(orderId),
      state: Type.Optional(Type.Enum([...fulfilmentStates])),
      pageSize,
      after,
    }),
    output: pageOf(Fulfilment),
    errors: [problems.invalidCursor, problems.invalidFilter],
    effect: 'read',
  },
  'orders.fulfilments.get': {
    summary: 'Get a fulfilment',
    http: 'GET /v1/fulfilments/{fulfilmentId}',
    graphql: 'query fulfilment',
    scopes: ['orders:read'],
    input: Type.Object({ fulfilmentId }),
    output: Fulfilment,
    errors: [problems.notFound],
    effect: 'read',
  },
  'orders.fulfilments.create': {
    summary: 'Plan a fulfilment',
    description:
      'Of all units that are left, or of those named. With `locationId` their stock is held there; without one, ' +
      'where it is held already. Stock that was never reserved, or came back, is reserved now.',
    http: 'POST /v1/orders/{orderId}/fulfilments',
    graphql: 'mutation createFulfilment',
    scopes: ['orders:write'],
    input: Type.Object({
      orderId,
      lines: Type.Optional(Type.Array(OrderLineUnits, { minItems: 1, maxItems: 500 })),
      locationId: Type.Optional(identifier('loc', 'location')),
      tracking: Type.Optional(TrackingInput),
    }),
    output: Fulfilment,
    status: 201,
    errors: [
      problems.notFound,
      problems.invalidInput,
      orderProblems.orderState,
      orderProblems.orderUnits,
      catalogProblems.outOfStock,
      catalogProblems.unknownReference,
      problems.versionConflict,
    ],
    effect: 'write',
  },
  'orders.fulfilments.update': {
    summary: 'Say how a fulfilment is tracked',
    http: 'PATCH /v1/fulfilments/{fulfilmentId}',
    graphql: 'mutation updateFulfilment',
    scopes: ['orders:write'],
    input: Type.Object({ fulfilmentId, tracking: TrackingInput }),
    output: Fulfilment,
    errors: moving,
    effect: 'write',
  },
  'orders.fulfilments.pack': fulfilmentMove(
    'pack',
    'packFulfilment',
    'Pack a fulfilment',
    'The parcel is closed; it can still be cancelled.',
  ),
  'orders.fulfilments.ship': {
    ...fulfilmentMove(
      'ship',
      'shipFulfilment',
      'Ship a fulfilment',
      'Stock on hand falls by its units. The order must be confirmed, and paid or its payment authorized. Nothing is ' +
        'captured by it: capture with payments.payments.capture.',
      [
        orderProblems.orderState,
        orderProblems.orderNotPaid,
        catalogProblems.outOfStock,
        catalogProblems.reservationState,
      ],
    ),
    input: Type.Object({
      fulfilmentId,
      tracking: Type.Optional(TrackingInput),
      reason: Type.Optional(Reason),
    }),
  },
  'orders.fulfilments.deliver': fulfilmentMove(
    'deliver',
    'deliverFulfilment',
    'Say that a fulfilment was delivered',
    'As the carrier, or the customer who picked it up, says.',
  ),
  'orders.fulfilments.cancel': fulfilmentMove(
    'cancel',
    'cancelFulfilment',
    'Cancel a fulfilment',
    'Its units are free to be fulfilled again; their stock stays reserved.',
  ),
  'orders.fulfilments.markLost': fulfilmentMove(
    'lost',
    'markFulfilmentLost',
    'Say that a fulfilment was lost',
    'Its units are gone from stock, and free to be sent once more or to be cancelled with a refund.',
  ),
  'orders.fulfilments.returnToSender': {
    ...fulfilmentMove(
      'returned-to-sender',
      'returnFulfilmentToSender',
      'Say that a fulfilment came back undelivered',
      'Its units are back in stock (at `locationId`, else where it was sent from) unless `restock` is false, and free ' +
        'to be sent again.',
      [catalogProblems.unknownReference, problems.invalidInput],
    ),
    input: Type.Object({
      fulfilmentId,
      restock: Type.Optional(Type.Boolean({ default: true })),
      locationId: Type.Optional(identifier('loc', 'location')),
      reason: Type.Optional(Reason),
    }),
  },
});

export const fulfilmentResource = resource({
  name: 'Fulfilment',
  schema: Fulfilment,
  relations: {
    order: { kind: 'one', resource: 'Order', field: 'orderId', description: 'The order.' },
    location: {
      kind: 'one',
      resource: 'Location',
      field: 'locationId',
      description: 'Where it is sent from; null where no location was named.',
    },
  },
});
