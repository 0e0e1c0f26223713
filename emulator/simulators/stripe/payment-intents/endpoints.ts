import { endpoint } from '../endpoint.ts';
import { list } from '../objects/list.ts';
import { findOrRefuse } from '../objects/resource.ts';
import { search, searchFields } from '../objects/search.ts';
import type { Work } from '../objects/work.ts';
import { created, expand, page } from '../parameters/common.ts';
import { integer, metadata, oneOf, text } from '../parameters/parameter.ts';
import { cancelIntent, captureIntent } from './capture-and-cancel.ts';
import { confirmIntent } from './confirm.ts';
import { createIntent, requireCards, updateIntent } from './create.ts';
import { confirmFields, createFields, updateFields } from './parameters.ts';
import { type PaymentIntent, paymentIntents } from './payment-intent.ts';

async function intentOf(work: Work, id: string): Promise<PaymentIntent> {
  return (await findOrRefuse(work, paymentIntents, id, 'intent')).object;
}

export const paymentIntentEndpoints = [
  endpoint({
    http: 'POST /v1/payment_intents',
    summary: 'Create a payment intent',
    parameters: { ...createFields, ...expand },
    limits: 'Cards alone; no Connect, no tax, no installments. `mandate_data` is accepted and has no effect.',
    handle: createIntent,
  }),
  endpoint({
    http: 'GET /v1/payment_intents',
    summary: 'List payment intents',
    parameters: { ...page, ...expand, created, customer: text() },
    handle: (work, { customer, ...options }) =>
      list(work, paymentIntents, '/v1/payment_intents', { ...options, where: { customer } }),
  }),
  endpoint({
    http: 'GET /v1/payment_intents/search',
    summary: 'Search payment intents',
    parameters: { ...searchFields, ...expand },
    handle: (work, input) => search(work, paymentIntents, '/v1/payment_intents/search', input),
  }),
  endpoint({
    http: 'GET /v1/payment_intents/{id}',
    summary: 'Retrieve a payment intent',
    publishable: 'client_secret',
    parameters: { ...expand, client_secret: text() },
    handle: (work, _input, { id }) => intentOf(work, id),
  }),
  endpoint({
    http: 'POST /v1/payment_intents/{id}',
    summary: 'Update a payment intent',
    parameters: { ...updateFields, ...expand },
    handle: async (work, input, { id }) => updateIntent(work, await intentOf(work, id), input),
  }),
  endpoint({
    http: 'POST /v1/payment_intents/{id}/confirm',
    summary: 'Confirm a payment intent',
    publishable: 'client_secret',
    parameters: { ...confirmFields, ...expand },
    async handle(work, input, { id }) {
      requireCards(input.payment_method_types);
      return confirmIntent(work, await intentOf(work, id), input);
    },
  }),
  endpoint({
    http: 'POST /v1/payment_intents/{id}/capture',
    summary: 'Capture a payment intent',
    parameters: { ...expand, amount_to_capture: integer({ min: 1 }), metadata: metadata() },
    limits: 'Once: what is not captured is released.',
    handle: async (work, input, { id }) => captureIntent(work, await intentOf(work, id), input),
  }),
  endpoint({
    http: 'POST /v1/payment_intents/{id}/cancel',
    summary: 'Cancel a payment intent',
    parameters: {
      ...expand,
      cancellation_reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'),
    },
    handle: async (work, input, { id }) =>
      cancelIntent(work, await intentOf(work, id), input.cancellation_reason ?? null),
  }),
];
