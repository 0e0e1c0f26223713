import Type from 'typebox';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { identifier } from '../schema/primitives.ts';
import { orderId } from './order-schemas.ts';

const locale = Type.Optional(
  Type.String({ maxLength: 35, description: "BCP 47 tag; the order's own unless given." }),
);
const download = { contentType: 'application/pdf' } as const;

export const documentOperations = defineOperations({
  'orders.documents.invoice': {
    summary: 'Get the invoice of an order',
    description:
      'As PDF: who sold what to whom, discounts, taxes by rate, payments and refunds so far. The same order gives the ' +
      'same bytes.',
    http: 'GET /v1/orders/{orderId}/invoice',
    scopes: ['orders:read'],
    input: Type.Object({ orderId, locale }),
    output: Type.Null(),
    download,
    errors: [problems.notFound],
    effect: 'read',
  },
  'orders.documents.creditNote': {
    summary: 'Get the credit note of a refund',
    http: 'GET /v1/order-refunds/{refundId}/credit-note',
    scopes: ['orders:read'],
    input: Type.Object({ refundId: identifier('oref', 'refund of an order'), locale }),
    output: Type.Null(),
    download,
    errors: [problems.notFound],
    effect: 'read',
  },
  'orders.documents.packingSlip': {
    summary: 'Get a packing slip',
    description: 'Of a fulfilment, or of all that an order has. Without amounts: a parcel may be a present.',
    http: 'GET /v1/orders/{orderId}/packing-slip',
    scopes: ['orders:read'],
    input: Type.Object({
      orderId,
      fulfilmentId: Type.Optional(identifier('ful', 'fulfilment')),
      locale,
    }),
    output: Type.Null(),
    download,
    errors: [problems.notFound],
    effect: 'read',
  },
});

export type DocumentOperations = typeof documentOperations;
