import Type, { type TObject } from 'typebox';
import { catalogProblems } from '../catalog/problems.ts';
import { taxing } from '../checkout/problems.ts';
import { defineOperations } from '../operation.ts';
import type { ProblemDefinition } from '../problem.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import { after, identifier, minorUnits, pageOf, pageSize } from '../schema/primitives.ts';
import { TrackingInput } from './fulfilments.ts';
import { orderId, Reason } from './order-schemas.ts';
import { orderToken } from './order-token.ts';
import { orderProblems } from './problems.ts';
import {
  ExchangeLineInput,
  InspectedLine,
  Return,
  ReturnLineInput,
  returnId,
  returnStates,
} from './return-schemas.ts';

const moving = [problems.notFound, orderProblems.returnState, problems.versionConflict];
const locationId = identifier('loc', 'location');

function returnMove<Input extends TObject>(
  verb: string,
  summary: string,
  description: string,
  input: Input,
  errors: readonly ProblemDefinition[] = [],
) {
  return {
    summary,
    description,
    http: `POST /v1/returns/{returnId}/${verb}`,
    graphql: `mutation ${verb}Return`,
    scopes: ['orders:write'],
    input,
    output: Return,
    errors: [...moving, ...errors],
    effect: 'write',
  } as const;
}

export const returnOperations = defineOperations({
  'orders.returns.list': {
    summary: 'List returns, newest first',
    description: 'Of an order, of a state, or all.',
    http: 'GET /v1/returns',
    graphql: 'query returns',
    scopes: ['orders:read'],
    input: Type.Object({
      orderId: Type.Optional(orderId),
      state: Type.Optional(Type.Enum([...returnStates])),
      pageSize,
      after,
    }),
    output: pageOf(Return),
    errors: [problems.invalidCursor, problems.invalidFilter],
    effect: 'read',
  },
  'orders.returns.get': {
    summary: 'Get a return',
    http: 'GET /v1/returns/{returnId}',
    graphql: 'query return',
    scopes: ['orders:read'],
    input: Type.Object({ returnId }),
    output: Return,
    errors: [problems.notFound],
    effect: 'read',
  },
  'orders.returns.request': {
    summary: 'Ask to send units back',
    description:
      'By staff, or by the shopper with the token of the order. No more than was fulfilled. `exchange` is what is wanted ' +
      'instead: it is reserved when the return is approved, and comes to the order when it is completed.',
    http: 'POST /v1/orders/{orderId}/returns',
    graphql: 'mutation requestReturn',
    scopes: ['carts:write'],
    input: Type.Object({
      orderId,
      orderToken,
      lines: Type.Array(ReturnLineInput, { minItems: 1, maxItems: 500 }),
      exchange: Type.Optional(Type.Array(ExchangeLineInput, { maxItems: 100 })),
      note: Type.Optional(Reason),
    }),
    output: Return,
    status: 201,
    errors: [
      problems.notFound,
      problems.invalidInput,
      problems.versionConflict,
      orderProblems.orderTokenNeeded,
      orderProblems.orderUnits,
      orderProblems.editRefused,
      ...taxing,
    ],
    effect: 'write',
  },
  'orders.returns.approve': returnMove(
    'approve',
    'Approve a return',
    'The customer may send the units. What is wanted instead is reserved, at the price of now.',
    Type.Object({ returnId, reason: Type.Optional(Reason) }),
    [catalogProblems.outOfStock, orderProblems.editRefused, ...taxing],
  ),
  'orders.returns.decline': returnMove(
    'decline',
    'Decline a return',
    'With the reason, which the customer is told.',
    Type.Object({ returnId, reason: Reason }),
  ),
  'orders.returns.shipBack': {
    ...returnMove(
      'ship-back',
      'Say that a return is on its way',
      'By staff, or by the shopper with the token of the order.',
      Type.Object({ returnId, orderToken, tracking: Type.Optional(TrackingInput) }),
      [orderProblems.orderTokenNeeded],
    ),
    graphql: 'mutation shipReturnBack',
    scopes: ['carts:write'],
  },
  'orders.returns.receive': returnMove(
    'receive',
    'Say that a return has arrived',
    'At a location, where what is good goes back into stock.',
    Type.Object({ returnId, locationId: Type.Optional(locationId), reason: Type.Optional(Reason) }),
    [catalogProblems.unknownReference, problems.invalidInput],
  ),
  'orders.returns.inspect': returnMove(
    'inspect',
    'Say what becomes of the units of a return',
    'All of them: `restock` puts them back into stock at once, `damaged` records them as come back and damaged, ' +
      '`discard` leaves stock alone. They are at `locationId`, else where the return was received.',
    Type.Object({
      returnId,
      locationId: Type.Optional(locationId),
      lines: Type.Array(InspectedLine, { minItems: 1, maxItems: 1500 }),
      reason: Type.Optional(Reason),
    }),
    [problems.invalidInput, catalogProblems.unknownReference],
  ),
  'orders.returns.complete': {
    ...returnMove(
      'complete',
      'Complete a return',
      'Gives back what its units cost, less a restocking fee, with the shipping if asked for. In an exchange that is set ' +
        'against what comes instead: the rest is refunded, or is owed (orders.orders.payBalance).',
      Type.Object({
        returnId,
        refund: Type.Optional(
          Type.Boolean({ default: true, description: 'False gives no money back for the units.' }),
        ),
        shipping: Type.Optional(Type.Boolean({ default: false, description: 'Refund the shipping too.' })),
        restockingFee: Type.Optional(minorUnits({ minimum: 0, description: 'Minor units kept.' })),
        reason: Type.Optional(Reason),
      }),
      [problems.invalidInput, catalogProblems.outOfStock, orderProblems.editRefused, ...taxing],
    ),
    effect: 'steps',
  },
  'orders.returns.cancel': {
    ...returnMove(
      'cancel',
      'Cancel a return',
      'Before it is sent, by staff or by the shopper with the token of the order.',
      Type.Object({ returnId, orderToken, reason: Type.Optional(Reason) }),
      [orderProblems.orderTokenNeeded],
    ),
    scopes: ['carts:write'],
  },
});

export const returnResource = resource({
  name: 'Return',
  schema: Return,
  relations: {
    order: { kind: 'one', resource: 'Order', field: 'orderId', description: 'The order.' },
  },
});
