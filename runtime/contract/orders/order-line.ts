import Type from 'typebox';
import { Money, object } from '../schema/primitives.ts';
import { lineFields, lineId, Quantity } from '../schema/sale.ts';

const units = (description: string) => Type.Integer({ minimum: 0, description });

export const OrderLine = object(
  'OrderLine',
  {
    ...lineFields,
    unitPrice: Money,
    plannedQuantity: units('In fulfilments that have not been shipped yet.'),
    fulfilledQuantity: units('Shipped, and neither lost nor sent back to the sender.'),
    cancelledQuantity: units('Cancelled before they were shipped.'),
    returningQuantity: units('In returns that are under way.'),
    returnedQuantity: units('Came back in returns that are completed.'),
    refundedQuantity: units('Units whose money was given back, cancelled ones and returned ones included.'),
    refundedAmount: Money,
  },
  { description: 'What was bought, at the price it was bought for, and what has become of its units.' },
);

/** Units of a line, as operations take them. */
export const OrderLineUnits = object('OrderLineUnits', { lineId, quantity: Quantity });
