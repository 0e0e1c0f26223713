import Type from 'typebox';
import { catalogProblems } from '../catalog/problems.ts';
import { Address, AddressInput, CartProblem } from '../checkout/addresses.ts';
import { checkoutProblems } from '../checkout/problems.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import {
  after,
  identifier,
  Money,
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

const EditedLine = object('EditedLineInput', {
  lineId,
  quantity: Type.Integer({ minimum: 0, maximum: 100_000, description: '0 takes the line out.' }),
});

const AddedLine = object('AddedLineInput', {
  variantId,
  quantity: Quantity,
  customData: Type.Optional(CustomData),
  giftMessage: Type.Optional(nullable(GiftMessage)),
});

const ManualDiscount = object(
  'ManualDiscountInput',
  {
    name: Type.String({ minLength: 1, maxLength: 255 }),
    amount: Type.Optional(Type.Integer({ minimum: 1, description: 'Minor units off the goods.' })),
    percentage: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 100 })),
  },
  { description: 'Given by staff, in place of one given before; null takes it away.' },
);

const changes = {
  orderId,
  lines: Type.Optional(Type.Array(EditedLine, { maxItems: 500 })),
  addLines: Type.Optional(Type.Array(AddedLine, { maxItems: 500 })),
  shippingAddress: Type.Optional(AddressInput),
  billingAddress: Type.Optional(nullable(AddressInput)),
  shippingMethod: Type.Optional(
    nullable(Type.String({ maxLength: 64, description: 'Key of a method; its price is that of now.' })),
  ),
  discount: Type.Optional(nullable(ManualDiscount)),
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
    before: OrderContent,
    after: OrderContent,
    difference: Money,
    refundId: nullable(identifier('oref', 'refund of an order')),
    paymentId: nullable(Type.String()),
    reason: nullable(Reason),
  },
  { description: 'A change of an order before it was fulfilled, with what it was and what it became.' },
);

const PaymentOfDifference = object('PaymentOfDifferenceInput', {
  provider: Type.Enum(['stripe', 'paypal', 'manual']),
  method: Type.Optional(Type.String({ maxLength: 64 })),
  returnUrl: Type.Optional(Type.String({ format: 'uri', maxLength: 2048 })),
  cancelUrl: Type.Optional(Type.String({ format: 'uri', maxLength: 2048 })),
});

const editing = [
  problems.notFound,
  problems.invalidInput,
  orderProblems.orderNotEditable,
  ...[
    catalogProblems.unknownReference,
    checkoutProblems.invalidAddress,
    checkoutProblems.shippingUnavailable,
  ],
];

export const editOperations = defineOperations({
  'orders.edits.preview': {
    summary: 'Show an order as an edit would make it',
    description:
      'Nothing is written. Lines that stay keep the prices they were bought for, lines that come get those of now; ' +
      'promotions that applied are worked out anew, and no others join them.',
    http: 'POST /v1/orders/{orderId}/edits/preview',
    graphql: 'query orderEditPreview',
    scopes: ['orders:read'],
    input: Type.Object(changes),
    output: object('OrderEditPreview', {
      ...content,
      difference: Money,
      balance: Money,
      problems: Type.Array(CartProblem, { description: 'What stands in the way of applying it.' }),
    }),
    errors: editing,
    effect: 'read',
  },
  'orders.edits.apply': {
    summary: 'Edit an order',
    description:
      'Before anything of it is in a fulfilment, cancelled or refunded. Where it costs less, the difference is ' +
      'refunded; where it costs more, it is owed, and `payment` begins to collect it.',
    http: 'POST /v1/orders/{orderId}/edits',
    graphql: 'mutation editOrder',
    scopes: ['orders:write'],
    input: Type.Object({
      ...changes,
      reason: Type.Optional(Reason),
      payment: Type.Optional(PaymentOfDifference),
    }),
    output: object('AppliedOrderEdit', {
      edit: OrderEdit,
      order: Order,
      paymentUrl: nullable(
        Type.String({ description: 'Where the difference is paid, with some providers.' }),
      ),
    }),
    status: 201,
    errors: [...editing, orderProblems.editRefused, problems.versionConflict, catalogProblems.outOfStock],
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
