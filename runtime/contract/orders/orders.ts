import Type, { type TObject } from 'typebox';
import { AddressInput } from '../checkout/addresses.ts';
import { checkoutProblems } from '../checkout/problems.ts';
import { defineOperations } from '../operation.ts';
import type { ProblemDefinition } from '../problem.ts';
import { problems } from '../problems.ts';
import { identifier, nullable, object, Timestamp } from '../schema/primitives.ts';
import { buyerTexts, SoldLine, variantId } from '../schema/sale.ts';
import { OrderLineUnits } from './order-line.ts';
import { Order, orderId, placedFields, Reason, Tags } from './order-schemas.ts';
import { orderProblems } from './problems.ts';
import { TimelineEntry } from './timeline.ts';

const Review = object('OrderReviewInput', {
  score: Type.Integer({ minimum: 0, maximum: 100 }),
  reasons: Type.Array(Type.String({ maxLength: 500 }), { maxItems: 50 }),
});

const HeldStock = object(
  'OrderReservationInput',
  { variantId, reservationId: identifier('resv', 'reservation') },
  { description: 'A committed reservation of all units of a variant in the order.' },
);

const moving = [problems.notFound, orderProblems.orderState, problems.versionConflict];

function orderMove<const Input extends TObject>(
  verb: string,
  summary: string,
  description: string,
  input: Input,
  errors: readonly ProblemDefinition[] = [],
) {
  return {
    summary,
    description,
    http: `POST /v1/orders/{orderId}/${verb}`,
    graphql: `mutation ${verb}Order`,
    scopes: ['orders:write'],
    input,
    output: Order,
    errors: [...moving, ...errors],
    effect: 'write',
  } as const;
}

const withReason = Type.Object({ orderId, reason: Type.Optional(Reason) });
/** What is done with orders. */
export const orderOperations = defineOperations({
  'orders.orders.create': {
    summary: 'Create an order',
    description:
      'Completing a checkout does it; for orders that come from elsewhere it is done with this. The figures are kept as ' +
      'they are given, and must add up. The same `cartId` gives the order that is there already. It is confirmed at ' +
      'once unless it is to be reviewed. Units without a reservation get their stock when a fulfilment is planned.',
    http: 'POST /v1/orders',
    graphql: 'mutation createOrder',
    scopes: ['orders:write'],
    input: Type.Object({
      ...placedFields,
      id: Type.Optional(orderId),
      cartId: Type.Optional(placedFields.cartId),
      customerGroup: Type.Optional(placedFields.customerGroup),
      isTaxExempt: Type.Optional(placedFields.isTaxExempt),
      note: Type.Optional(placedFields.note),
      lines: Type.Array(SoldLine, { minItems: 1, maxItems: 500 }),
      reservations: Type.Optional(Type.Array(HeldStock, { maxItems: 500 })),
      paymentIds: Type.Optional(
        Type.Array(Type.String(), { maxItems: 20, description: 'Payments that pay for it.' }),
      ),
      tokenDigest: Type.Optional(
        nullable(
          Type.String({
            maxLength: 128,
            description: 'SHA-256, as base64url, of the token that reaches it.',
          }),
        ),
      ),
      isConfirmed: Type.Optional(
        Type.Boolean({ default: true, description: 'False leaves it `open` until it is confirmed.' }),
      ),
      review: Type.Optional(nullable(Review)),
      riskScore: Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 100 }))),
      tags: Type.Optional(Tags),
      placedAt: Type.Optional(Timestamp),
    }),
    output: Order,
    status: 201,
    errors: [problems.alreadyExists, problems.notFound, problems.invalidInput, orderProblems.orderFigures],
    effect: 'write',
    maximumBodyBytes: 4_000_000,
  },
  'orders.orders.update': {
    summary: 'Change what does not change the figures of an order',
    description: 'What is left out stays.',
    http: 'PATCH /v1/orders/{orderId}',
    graphql: 'mutation updateOrder',
    scopes: ['orders:write'],
    input: Type.Object({
      orderId,
      email: Type.Optional(nullable(buyerTexts.email)),
      note: Type.Optional(nullable(buyerTexts.note)),
      customerId: Type.Optional(nullable(buyerTexts.customerId)),
      billingAddress: Type.Optional(nullable(AddressInput)),
      tags: Type.Optional(Tags),
      reason: Type.Optional(Reason),
    }),
    output: Order,
    errors: [problems.notFound, problems.versionConflict, checkoutProblems.invalidAddress],
    effect: 'write',
  },
  'orders.orders.confirm': orderMove(
    'confirm',
    'Confirm an open order',
    'From then on it is fulfilled.',
    withReason,
  ),
  'orders.orders.approve': orderMove(
    'approve',
    'Approve an order in review',
    'It is confirmed; what its payments have authorized is captured then, unless they are captured by hand.',
    withReason,
  ),
  'orders.orders.decline': {
    ...orderMove(
      'decline',
      'Decline an order in review',
      'It is cancelled: the authorization is cancelled, what was captured is refunded, the stock is released.',
      withReason,
    ),
    effect: 'steps',
  },
  'orders.orders.complete': orderMove(
    'complete',
    'Complete an order',
    'It happens by itself when everything is fulfilled and paid; refused before.',
    withReason,
    [orderProblems.orderNotPaid, orderProblems.orderUnits],
  ),
  'orders.orders.cancel': {
    ...orderMove(
      'cancel',
      'Cancel an order, or units of it, before they are shipped',
      'Without `lines` all of it, its planned and packed fulfilments with it. The stock is released. What was captured ' +
        'for it is refunded unless `refund` is false; an authorization of a whole order is cancelled.',
      Type.Object({
        orderId,
        lines: Type.Optional(Type.Array(OrderLineUnits, { minItems: 1, maxItems: 500 })),
        refund: Type.Optional(Type.Boolean({ default: true })),
        reason: Type.Optional(Reason),
      }),
      [orderProblems.orderUnits, problems.invalidInput],
    ),
    effect: 'steps',
  },
  'orders.orders.addNote': {
    summary: 'Add a note to an order',
    description: 'For the staff, unless it is shown to the customer.',
    http: 'POST /v1/orders/{orderId}/notes',
    graphql: 'mutation addOrderNote',
    scopes: ['orders:write'],
    input: Type.Object({
      orderId,
      text: Type.String({ minLength: 1, maxLength: 5000 }),
      isShownToCustomer: Type.Optional(Type.Boolean({ default: false })),
    }),
    output: TimelineEntry,
    status: 201,
    errors: [problems.notFound],
    effect: 'write',
  },
  'orders.orders.assignGuestOrders': {
    summary: 'Give a customer the orders placed as a guest with their e-mail address',
    description:
      "Up to 500 orders that are nobody's yet. Only for an address that is known to be theirs; signing in by a link does " +
      'this by itself.',
    http: 'POST /v1/orders/assign-guest-orders',
    graphql: 'mutation assignGuestOrders',
    scopes: ['orders:write'],
    input: Type.Object({ customerId: identifier('cus', 'customer'), email: buyerTexts.email }),
    output: object('AssignedOrders', { orderIds: Type.Array(orderId) }),
    errors: [],
    effect: 'write',
  },
  'orders.orders.anonymize': orderMove(
    'anonymize',
    'Take the personal data out of an order',
    'Names, addresses (but for the country), e-mail, phone, notes, gift messages and custom data are gone for good, ' +
      'from its timeline and returns too; figures stay. Only of an order that is completed or cancelled.',
    withReason,
  ),
});
