import { customers } from '../customers/customer.ts';
import { endpoint } from '../endpoint.ts';
import { emit } from '../events/emit.ts';
import { randomText } from '../ids.ts';
import { list } from '../objects/list.ts';
import { change, findOrRefuse, insert } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { created, expand, mergeMetadata, page } from '../parameters/common.ts';
import { flag, type InputOf, oneOf, text } from '../parameters/parameter.ts';
import { requireCards } from '../payment-intents/create.ts';
import { methodOptionsOf } from '../payment-intents/method-options.ts';
import {
  createFields as paymentCreateFields,
  confirmFields as paymentFields,
} from '../payment-intents/parameters.ts';
import type { Method } from '../payment-intents/pay.ts';
import { createMethod, resolveMethod } from '../payment-methods/create-method.ts';
import { badRequest, StripeError } from '../stripe-error.ts';
import { confirmSetup } from './set-up.ts';
import { type SetupIntent, setupIntents } from './setup-intent.ts';

const { payment_method, payment_method_data, payment_method_options, return_url, use_stripe_sdk } =
  paymentFields;
const { mandate_data, client_secret } = paymentFields;
const { automatic_payment_methods, customer, description, metadata } = paymentCreateFields;

const confirmFields = {
  ...{ ...expand, payment_method, payment_method_data, payment_method_options, return_url },
  ...{ use_stripe_sdk, mandate_data },
};

const createFields = {
  ...{ ...confirmFields, automatic_payment_methods, customer, description, metadata, confirm: flag() },
  ...{ payment_method_types: paymentFields.payment_method_types, usage: oneOf('on_session', 'off_session') },
};

type ConfirmInput = InputOf<typeof confirmFields>;

async function intentOf(work: Work, id: string): Promise<SetupIntent> {
  return (await findOrRefuse(work, setupIntents, id, 'intent')).object;
}

async function methodOf(
  work: Work,
  input: Partial<Pick<ConfirmInput, 'payment_method' | 'payment_method_data'>>,
  before: string | null,
): Promise<Method | undefined> {
  if (input.payment_method_data)
    return createMethod(work, input.payment_method_data, 'payment_method_data[card]');
  const id = input.payment_method ?? before;
  return id === null ? undefined : resolveMethod(work, id);
}

function unexpectedState(message: string, intent: SetupIntent): StripeError {
  return new StripeError(400, {
    ...{
      type: 'invalid_request_error',
      code: 'setup_intent_unexpected_state',
      message,
      setup_intent: intent,
    },
  });
}

function requireOpen(deed: 'confirm' | 'cancel', intent: SetupIntent): void {
  if (intent.status !== 'succeeded' && intent.status !== 'canceled') return;
  throw unexpectedState(
    `You cannot ${deed} this SetupIntent because it has a status of ${intent.status}.`,
    intent,
  );
}

async function confirm(work: Work, intent: SetupIntent, input: ConfirmInput): Promise<SetupIntent> {
  requireOpen('confirm', intent);
  const method = await methodOf(work, input, intent.payment_method);
  if (!method) {
    throw unexpectedState(
      "You cannot confirm this SetupIntent because it's missing a payment method.",
      intent,
    );
  }
  const options = methodOptionsOf(input.payment_method_options, intent.payment_method_options);
  return confirmSetup(work, { ...intent, payment_method_options: options }, method, input.return_url);
}

async function create(work: Work, input: InputOf<typeof createFields>): Promise<SetupIntent> {
  requireCards(input.payment_method_types);
  if (input.customer !== undefined) await findOrRefuse(work, customers, input.customer, 'customer');
  if (input.return_url !== undefined && !input.confirm) {
    throw badRequest('You cannot set `return_url` without setting `confirm` to `true`.', {
      param: 'return_url',
    });
  }
  const method = await methodOf(work, input, null);
  const id = setupIntents.newId();
  const isAutomatic = input.payment_method_types === undefined;
  const intent = await insert(
    work,
    setupIntents,
    {
      ...{ id, object: 'setup_intent', application: null },
      automatic_payment_methods: isAutomatic
        ? { enabled: true, allow_redirects: input.automatic_payment_methods?.allow_redirects ?? 'always' }
        : null,
      ...{ cancellation_reason: null, client_secret: `${id}_secret_${randomText(25)}`, created: work.now },
      ...{ customer: input.customer ?? null, customer_account: null, description: input.description ?? null },
      ...{ excluded_payment_method_types: null, flow_directions: null, last_setup_error: null },
      ...{
        latest_attempt: null,
        livemode: false,
        mandate: null,
        metadata: mergeMetadata({}, input.metadata),
      },
      ...{ next_action: null, on_behalf_of: null, payment_method: method?.object.id ?? null },
      payment_method_configuration_details: null,
      payment_method_options: methodOptionsOf(input.payment_method_options),
      ...{ payment_method_types: input.payment_method_types ?? ['card'], single_use_mandate: null },
      ...{
        status: method ? 'requires_confirmation' : 'requires_payment_method',
        usage: input.usage ?? 'off_session',
      },
    },
    {},
  );
  await emit(work, 'setup_intent.created', intent);
  if (!input.confirm) return intent;
  return confirm(work, intent, { ...input, payment_method: undefined, payment_method_data: undefined });
}

export const setupIntentEndpoints = [
  endpoint({
    http: 'POST /v1/setup_intents',
    summary: 'Create a setup intent',
    parameters: createFields,
    limits: 'Cards alone; no mandates.',
    handle: create,
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
      const method = await methodOf(work, input, null);
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
    handle: async (work, input, { id }) => confirm(work, await intentOf(work, id), input),
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
