import Type from 'typebox';
import { defineEvent } from '../../runtime/contract/event.ts';
import { object } from '../../runtime/contract/schema/primitives.ts';
import { givenOperation } from './errors/given-operation.ts';
import { contractOf } from './given-contract.ts';

/** With billing goes what only billing has: its types, its errors. What the rest mentions of it stays, and so do events. */
export const options = { without: ['billing'] };

const Address = object('Address', { city: Type.String() });
const Invoice = object('Invoice', { id: Type.String(), address: Address });
const Receipt = object('Receipt', { id: Type.String() });
const Parcel = object('Parcel', { id: Type.String(), to: Address });
const unpaid = {
  code: 'unpaid',
  status: 409,
  title: 'The invoice is not paid.',
  hint: 'Pay it.',
  kind: 'conflict',
} as const;

export default contractOf(
  {
    'billing.invoices.get': givenOperation({ output: Invoice, errors: [unpaid] }),
    'billing.receipts.get': givenOperation({ output: Receipt }),
    'shipping.parcels.get': givenOperation({ output: Parcel }),
  },
  [defineEvent({ type: 'invoice.sent', summary: 'An invoice was sent.', data: Invoice })],
);
