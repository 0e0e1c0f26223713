import Type from 'typebox';
import { defineProblems } from '../problem.ts';
import { minorUnits } from '../schema/primitives.ts';

const states = Type.Object({ state: Type.String(), allowed: Type.Array(Type.String()) });
const stateHint = '"details.state" is its state and "details.allowed" are the operations it allows.';

export const orderProblems = defineProblems({
  orderState: {
    code: 'order_state',
    status: 409,
    title: 'The order can not do that in its present state.',
    hint: stateHint,
    kind: 'conflict',
    details: states,
  },
  fulfilmentState: {
    code: 'fulfilment_state',
    status: 409,
    title: 'The fulfilment can not do that in its present state.',
    hint: stateHint,
    kind: 'conflict',
    details: states,
  },
  returnState: {
    code: 'return_state',
    status: 409,
    title: 'The return can not do that in its present state.',
    hint: stateHint,
    kind: 'conflict',
    details: states,
  },
  orderTokenNeeded: {
    code: 'order_token_needed',
    status: 403,
    title: 'This key reaches an order only with its token.',
    hint: 'Send "orderToken": it is the token of the cart that the order was made of, or that of its link. Keys with the scope orders:read don\'t need it.',
    kind: 'caller',
  },
  orderFigures: {
    code: 'order_figures',
    status: 422,
    title: 'The figures of the order do not add up.',
    hint: 'Each entry of "errors" names a figure and what it must be.',
    kind: 'caller',
  },
  orderUnits: {
    code: 'order_units',
    status: 409,
    title: 'There are not so many units of the line to do that with.',
    hint: '"details.available" is how many there are.',
    kind: 'conflict',
    details: Type.Object({ lineId: Type.String(), requested: Type.Integer(), available: Type.Integer() }),
  },
  orderNotEditable: {
    code: 'order_not_editable',
    status: 409,
    title: 'That can no longer be changed about the order.',
    hint: 'The detail says what stands in the way: take the parcel apart, or cancel, return and refund units instead.',
    kind: 'conflict',
  },
  editRefused: {
    code: 'edit_refused',
    status: 422,
    title: 'The edited order would have problems.',
    hint: '"errors" lists them all; orders.edits.preview says of each what to do.',
    kind: 'caller',
  },
  editDifference: {
    code: 'edit_difference',
    status: 409,
    title: 'The edit costs another amount than was expected.',
    hint: 'Ask orders.edits.preview again: prices, or the order itself, have changed since.',
    kind: 'conflict',
    details: Type.Object({ expected: minorUnits(), actual: minorUnits() }),
  },
  nothingDue: {
    code: 'nothing_due',
    status: 409,
    title: 'The order has nothing left to be paid.',
    hint: 'Read the order: "balance" less "authorized" is what is still to be paid.',
    kind: 'conflict',
  },
  orderNotPaid: {
    code: 'order_not_paid',
    status: 409,
    title: 'The order is neither paid nor is its payment authorized.',
    hint: 'Wait for its payment, or begin one of what is missing with orders.orders.payBalance.',
    kind: 'conflict',
    details: Type.Object({ paymentState: Type.String() }),
  },
  refundTooLarge: {
    code: 'refund_too_large',
    status: 409,
    title: 'More would be refunded than was paid.',
    hint: 'Refund "details.refundable" at most: what was captured and not refunded yet.',
    kind: 'conflict',
    details: Type.Object({ requested: minorUnits(), refundable: minorUnits() }),
  },
});
