import Type from 'typebox';
import { problems } from '../problems.ts';
import { after, nullable, object, pageOf, pageSize, resourceFields } from '../schema/primitives.ts';
import { orderId } from './order-schemas.ts';

export const Actor = object(
  'TimelineActor',
  {
    kind: Type.Enum(['secret', 'publishable', 'system']),
    id: Type.String({ description: 'Id of the key, or the name of the part of the platform.' }),
  },
  { description: 'Who did it: staff and integrations with a secret key, a shopper, or the platform.' },
);

const TimelineChange = object('TimelineChange', {
  field: Type.String(),
  before: nullable(Type.String()),
  after: nullable(Type.String()),
});

export const TimelineEntry = object(
  'TimelineEntry',
  {
    ...resourceFields('otl', 'timeline entry'),
    orderId,
    type: Type.String({ description: 'The event: `order.confirmed`, `fulfilment.shipped`.' }),
    actor: Actor,
    message: Type.String({ description: 'What happened, or the text of a note.' }),
    reason: nullable(Type.String({ description: 'Why, as whoever did it said.' })),
    changes: Type.Array(TimelineChange),
    fulfilmentId: nullable(Type.String()),
    returnId: nullable(Type.String()),
    editId: nullable(Type.String()),
    refundId: nullable(Type.String()),
    paymentId: nullable(Type.String()),
    isShownToCustomer: Type.Boolean(),
  },
  { description: 'Something that happened to an order: when, who, why. Never changed.' },
);

export const timelineOperation = {
  summary: 'List what happened to an order, newest first',
  http: 'GET /v1/orders/{orderId}/timeline',
  graphql: 'query orderTimeline',
  scopes: ['orders:read'],
  input: Type.Object({ orderId, pageSize, after }),
  output: pageOf(TimelineEntry),
  errors: [problems.notFound, problems.invalidCursor],
  effect: 'read',
} as const;
