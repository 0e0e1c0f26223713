import { customers } from '../customers/customer.ts';
import { endpoint } from '../endpoint.ts';
import { emit } from '../events/emit.ts';
import { list } from '../objects/list.ts';
import { change, findOrRefuse } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { created, expand, mergeMetadata, page } from '../parameters/common.ts';
import { oneOf, text } from '../parameters/parameter.ts';
import { confirmSetupIntent, createSetupIntent, requireOpen, setupMethodOf } from './create.ts';
import { confirmFields, createFields } from './parameters.ts';
import { type SetupIntent, setupIntents } from './setup-intent.ts';

const { customer, description, metadata, payment_method } = createFields;
const client_secret = text();

async function intentOf(work: Work, id: string): Promise<SetupIntent> {
  return (await findOrRefuse(work, setupIntents, id, 'intent')).object;
}

export const setupIntentEndpoints = [
  endpoint({
    http: 'POST /v1/setup_intents',
    summary: 'Create a setup intent',
    parameters: createFields,
    limits: 'Cards alone; no mandates.',
    handle: createSetupIntent,
  }),
  endpoint({
    http: 'GET /v1/setup_intents',
    summary: 'List setup intents',
    parameters: { ...page, ...expand, created, customer: text(), payment_method: text() },
    handle: (work, { customer: owner, payment_method: method, ...options }) =>
      list(work, setupIntents, '/v1/setup_intents', {
        ...{ ...options, where: { customer: owner, payment_method: method } },
      }),
  }),
  endpoint({
    http: 'GET /v1/setup_intents/{id}',
    summary: 'Retrieve a setup intent',
    publishable: 'client_secret',
    parameters: { ...expand, client_secret },
    handle: (work, _input, { id }) => intentOf(work, id),
  }),
  endpoint({
    http: 'POST /v1/setup_intents/{id}',
    summary: 'Update a setup intent',
    parameters: { ...expand, customer, description, metadata, payment_method },
    async handle(work, input, { id }) {
      const before = await intentOf(work, id);
      if (input.customer !== undefined) await findOrRefuse(work, customers, input.customer, 'customer');
      const method = await setupMethodOf(work, input, null);
      if (method) requireOpen('update', before);
      return change(work, setupIntents, id, {
        metadata: mergeMetadata(before.metadata, input.metadata),
        ...(input.customer === undefined ? {} : { customer: input.customer }),
        ...(input.description === undefined ? {} : { description: input.description }),
        ...(method ? { payment_method: method.object.id, status: 'requires_confirmation' } : {}),
      });
    },
  }),
  endpoint({
    http: 'POST /v1/setup_intents/{id}/confirm',
    summary: 'Confirm a setup intent',
    publishable: 'client_secret',
    parameters: { ...confirmFields, client_secret },
    handle: async (work, input, { id }) => confirmSetupIntent(work, await intentOf(work, id), input),
  }),
  endpoint({
    http: 'POST /v1/setup_intents/{id}/cancel',
    summary: 'Cancel a setup intent',
    parameters: { ...expand, cancellation_reason: oneOf('abandoned', 'requested_by_customer', 'duplicate') },
    async handle(work, input, { id }) {
      requireOpen('cancel', await intentOf(work, id));
      const canceled = await change(work, setupIntents, id, {
        ...{ status: 'canceled', next_action: null, cancellation_reason: input.cancellation_reason ?? null },
      });
      await emit(work, 'setup_intent.canceled', canceled);
      return canceled;
    },
  }),
];
