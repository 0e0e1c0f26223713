import Type from 'typebox';
import {
  identifier,
  Money,
  nullable,
  object,
  resourceFields,
  secretOnly,
  Timestamp,
} from '../schema/primitives.ts';
import { lineId, Quantity, TaxedMoney, variantId } from '../schema/sale.ts';
import { Tracking } from './fulfilments.ts';
import { orderId, Reason } from './order-schemas.ts';

export const returnId = identifier('ret', 'return');
export const returnStates = [
  ...(['requested', 'approved', 'declined', 'in_transit', 'received', 'inspected'] as const),
  ...(['completed', 'cancelled'] as const),
] as const;

const ReturnReason = Type.Enum([
  ...['unwanted', 'wrong_size', 'damaged', 'defective', 'wrong_item', 'not_as_described', 'late', 'other'],
]);
const dispositions = ['restock', 'damaged', 'discard'] as const;

export const ReturnLineInput = object('ReturnLineInput', {
  lineId,
  quantity: Quantity,
  reason: ReturnReason,
  note: Type.Optional(nullable(Reason)),
});

const units = (description: string) => Type.Integer({ minimum: 0, description });

const ReturnLine = object('ReturnLine', {
  lineId,
  variantId,
  quantity: Type.Integer({ minimum: 1 }),
  reason: ReturnReason,
  note: nullable(Reason),
  restocked: units('Found good, and back in stock.'),
  damaged: units('Came back, and not fit to be sold.'),
  discarded: units('Not worth keeping, or not in the parcel.'),
});

export const ExchangeLineInput = object('ExchangeLineInput', { variantId, quantity: Quantity });

const ExchangeLine = object(
  'ExchangeLine',
  {
    variantId,
    title: Type.String(),
    variantTitle: Type.String(),
    quantity: Quantity,
    unitPrice: Money,
    includesTax: Type.Boolean(),
    priceReason: Type.String(),
    requiresShipping: Type.Boolean(),
    total: TaxedMoney,
    reservationId: secretOnly(
      nullable(Type.String({ description: 'Its stock, from the approval until it is in the order.' })),
    ),
  },
  {
    description:
      'What is wanted instead of what comes back: at the price of the request, and then for good of the approval.',
  },
);

export const InspectedLine = object(
  'InspectedLine',
  { lineId, disposition: Type.Enum([...dispositions]), quantity: Quantity },
  { description: 'What becomes of units that came back; all units of the return have to be named.' },
);

export const Return = object(
  'Return',
  {
    ...resourceFields('ret', 'return'),
    orderId,
    number: Type.String({ description: "The order's number and its own: `1001-R1`." }),
    state: Type.Enum([...returnStates]),
    lines: Type.Array(ReturnLine),
    exchange: Type.Array(ExchangeLine),
    note: nullable(Reason),
    tracking: Tracking,
    locationId: nullable(identifier('loc', 'location')),
    credit: Money,
    restockingFee: Money,
    refundId: nullable(identifier('oref', 'refund of an order')),
    editId: nullable(
      Type.String({ description: 'The edit that brought what was wanted instead into the order.' }),
    ),
    approvedAt: nullable(Timestamp),
    receivedAt: nullable(Timestamp),
    inspectedAt: nullable(Timestamp),
    completedAt: nullable(Timestamp),
    reason: nullable(Type.String({ description: 'Why it was declined or cancelled.' })),
  },
  { description: 'Units of an order that come back.' },
);
