import { endpoint } from '../endpoint.ts';
import { emit } from '../events/emit.ts';
import { list } from '../objects/list.ts';
import { change, findOrRefuse } from '../objects/resource.ts';
import { created, expand, mergeMetadata, page } from '../parameters/common.ts';
import { integer, metadata, oneOf, text } from '../parameters/parameter.ts';
import { badRequest } from '../stripe-error.ts';
import { createRefund } from './create-refund.ts';
import { refunds } from './refund.ts';
import { returnRefund } from './settle-refund.ts';

export const refundEndpoints = [
  endpoint({
    http: 'POST /v1/refunds',
    summary: 'Create a refund',
    parameters: {
      ...{ ...expand, charge: text(), payment_intent: text(), amount: integer({ min: 1 }) },
      ...{ metadata: metadata(), reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer') },
    },
    limits: 'A balance below zero does not hold a refund back.',
    handle: createRefund,
  }),
  endpoint({
    http: 'GET /v1/refunds',
    summary: 'List refunds',
    parameters: { ...page, ...expand, created, charge: text(), payment_intent: text() },
    handle: (work, { charge, payment_intent, ...options }) =>
      list(work, refunds, '/v1/refunds', { ...options, where: { charge, payment_intent } }),
  }),
  endpoint({
    http: 'GET /v1/refunds/{id}',
    summary: 'Retrieve a refund',
    parameters: expand,
    handle: async (work, _input, { id }) => (await findOrRefuse(work, refunds, id)).object,
  }),
  endpoint({
    http: 'POST /v1/refunds/{id}',
    summary: 'Update a refund',
    parameters: { ...expand, metadata: metadata() },
    async handle(work, input, { id }) {
      const { object: before } = await findOrRefuse(work, refunds, id);
      const merged = mergeMetadata(before.metadata, input.metadata);
      const refund = await change(work, refunds, id, { metadata: merged });
      await emit(work, 'refund.updated', refund, { metadata: before.metadata });
      return refund;
    },
  }),
  endpoint({
    http: 'POST /v1/refunds/{id}/cancel',
    summary: 'Cancel a refund',
    parameters: expand,
    limits: 'Of pending refunds alone (the card 4000 0000 0000 7726).',
    async handle(work, _input, { id }) {
      const { object } = await findOrRefuse(work, refunds, id);
      if (object.status === 'pending') return returnRefund(work, id, 'canceled');
      throw badRequest(`You cannot cancel this refund because it has a status of ${object.status}.`);
    },
  }),
];
