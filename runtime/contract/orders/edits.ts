import Type from 'typebox';
import { catalogProblems } from '../catalog/problems.ts';
import { Address, AddressInput, CartProblem } from '../checkout/addresses.ts';
import { checkoutProblems, taxing } from '../checkout/problems.ts';
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
import {
  CustomData,
  Discount,
  GiftMessage,
  lineId,
  Quantity,
  ShippingOption,
  SoldLine,
  Totals,
  variantId,
} from '../schema/sale.ts';
import { Order, orderId, Reason } from './order-schemas.ts';
import { orderProblems } from './problems.ts';
import { Actor } from './timeline.ts';

const EditedLine = object('EditedLineInput', {
  lineId,
  quantity: Type.Integer({
    ...{ minimum: 0, maximum: 100_000 },
    description: 'How many there are to be, cancelled ones among them; 0 takes the line out.',
  }),
});

const AddedLine = object('AddedLineInput', {
  variantId,
  quantity: Quantity,
  customData: Type.Optional(CustomData),
  giftMessage: Type.Optional(nullable(GiftMessage)),
});

const changes = {
  orderId,
  lines: Type.Optional(Type.Array(EditedLine, { maxItems: 500 })),
  addLines: Type.Optional(Type.Array(AddedLine, { maxItems: 500 })),
  shippingMethod: Type.Optional(
    Type.String({
      ...{ minLength: 1, maxLength: 64 },
      description: 'Key of a method, at its price of now; the same one again is priced anew.',
    }),
  ),
  shippingAddress: Type.Optional(AddressInput),
  billingAddress: Type.Optional(nullable(AddressInput)),
};

/** The part of an order that an edit may change. */
const content = {
  lines: Type.Array(SoldLine),
  discounts: Type.Array(Discount),
  shippingAddress: nullable(Address),
  billingAddress: nullable(Address),
  shippingMethod: nullable(ShippingOption),
  totals: Totals,
};
const OrderContent = object('OrderContent', content);

export const OrderEdit = object(
  'OrderEdit',
  {
    ...resourceFields('oedit', 'edit of an order'),
    orderId,
    actor: Actor,
    reason: nullable(Reason),
    before: OrderContent,
    after: OrderContent,
    difference: Money,
    refundId: nullable(identifier('oref', 'refund of an order')),
    returnId: nullable(
      Type.String({ description: 'The return whose exchange it is; null of an edit by itself.' }),
    ),
  },
  {
    description:
      'A change of what an order is made of: who made it, when, why, and what it was before. The `before` of its ' +
      'first edit is the order as it was placed. `difference` is the total after less the total before.',
  },
);

const editing = [
  ...[problems.notFound, problems.invalidInput, orderProblems.orderState, orderProblems.orderNotEditable],
  ...[orderProblems.orderUnits, checkoutProblems.invalidAddress, catalogProblems.unknownSetting],
  ...taxing,
];

export const editOperations = defineOperations({
  'orders.edits.preview': {
    summary: 'Show an order as an edit would make it',
    description:
      'Nothing is written. Units that stay keep the price, the discounts and the tax rate they were bought with; units ' +
      'that come cost what they cost now, less the percentages of promotions that the order has. Delivery keeps its ' +
      'price unless the method or the address is given. `outcome` says what the difference means, and ' +
      '`outcomeAmount` how much is to be paid or is given back.',
    http: 'POST /v1/orders/{orderId}/edits/preview',
    graphql: 'query orderEditPreview',
    scopes: ['orders:read'],
    input: Type.Object(changes),
    output: object('OrderEditPreview', {
      ...content,
      orderVersion: Type.Integer({ description: 'For `If-Match` when it is applied.' }),
      difference: Money,
      balance: Money,
      outcome: Type.Enum(['pay', 'refund', 'nothing']),
      outcomeAmount: Money,
      problems: Type.Array(CartProblem, { description: 'What stands in the way of applying it.' }),
    }),
    errors: editing,
    effect: 'read',
  },
  'orders.edits.apply': {
    summary: 'Edit an order',
    description:
      'Units that are in no parcel can go; planned parcels that hold them are taken apart, packed ones are not. Stock ' +
      'follows. Where the order costs less than was paid, the difference is refunded; where it costs more, it is owed: ' +
      'orders.orders.payBalance begins to pay it. With `If-Match` (the version of the order) or `expectedDifference` ' +
      'nothing happens that the preview did not show.',
    http: 'POST /v1/orders/{orderId}/edits',
    graphql: 'mutation editOrder',
    scopes: ['orders:write'],
    input: Type.Object({
      ...changes,
      expectedDifference: Type.Optional(
        minorUnits({ description: 'Minor units, as the preview said; refused where it is another.' }),
      ),
      reason: Type.Optional(Reason),
    }),
    output: object('AppliedOrderEdit', { edit: OrderEdit, order: Order }),
    status: 201,
    errors: [
      ...editing,
      orderProblems.editRefused,
      orderProblems.editDifference,
      problems.versionConflict,
      catalogProblems.outOfStock,
    ],
    effect: 'steps',
  },
  'orders.edits.list': {
    summary: 'List the edits of an order, newest first',
    http: 'GET /v1/orders/{orderId}/edits',
    graphql: 'query orderEdits',
    scopes: ['orders:read'],
    input: Type.Object({ orderId, pageSize, after }),
    output: pageOf(OrderEdit),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
});

export const editResource = resource({
  name: 'OrderEdit',
  schema: OrderEdit,
  relations: {
    order: { kind: 'one', resource: 'Order', field: 'orderId', description: 'The order.' },
  },
});
