import { endpoint } from '../endpoint.ts';
import { emit } from '../events/emit.ts';
import { list } from '../objects/list.ts';
import { change, findOrRefuse } from '../objects/resource.ts';
import { search, searchFields } from '../objects/search.ts';
import { created, expand, mergeMetadata, page, shipping, toShipping } from '../parameters/common.ts';
import { integer, metadata, text, unsettable } from '../parameters/parameter.ts';
import { captureIntent } from '../payment-intents/capture-and-cancel.ts';
import { paymentIntents } from '../payment-intents/payment-intent.ts';
import { charges } from './charge.ts';

export const chargeEndpoints = [
  endpoint({
    http: 'GET /v1/charges',
    summary: 'List charges',
    parameters: {
      ...{ ...page, ...expand, created, customer: text() },
      ...{ payment_intent: text(), transfer_group: text() },
    },
    handle: (work, { payment_intent, customer, transfer_group, ...options }) =>
      list(work, charges, '/v1/charges', { ...options, where: { payment_intent, customer, transfer_group } }),
  }),
  endpoint({
    http: 'GET /v1/charges/search',
    summary: 'Search charges',
    parameters: { ...searchFields, ...expand },
    handle: (work, input) => search(work, charges, '/v1/charges/search', input),
  }),
  endpoint({
    http: 'GET /v1/charges/{id}',
    summary: 'Retrieve a charge',
    parameters: expand,
    handle: async (work, _input, { id }) => (await findOrRefuse(work, charges, id)).object,
  }),
  endpoint({
    http: 'POST /v1/charges/{id}',
    summary: 'Update a charge',
    parameters: {
      ...{ ...expand, description: unsettable(text()), metadata: metadata() },
      ...{ receipt_email: text(), shipping, transfer_group: text() },
    },
    async handle(work, input, { id }) {
      const { object: before } = await findOrRefuse(work, charges, id);
      const charge = await change(work, charges, id, {
        ...(input.description === undefined ? {} : { description: input.description }),
        ...(input.receipt_email === undefined ? {} : { receipt_email: input.receipt_email }),
        ...(input.shipping === undefined ? {} : { shipping: toShipping(input.shipping) }),
        ...(input.transfer_group === undefined ? {} : { transfer_group: input.transfer_group }),
        metadata: mergeMetadata(before.metadata, input.metadata),
      });
      await emit(work, 'charge.updated', charge);
      return charge;
    },
  }),
  endpoint({
    http: 'POST /v1/charges/{id}/capture',
    summary: 'Capture a charge',
    parameters: { ...expand, amount: integer({ min: 1 }) },
    async handle(work, { amount }, { id }) {
      const { object: charge } = await findOrRefuse(work, charges, id);
      const { object: intent } = await findOrRefuse(work, paymentIntents, charge.payment_intent);
      await captureIntent(work, intent, { amount_to_capture: amount });
      return (await findOrRefuse(work, charges, id)).object;
    },
  }),
];
