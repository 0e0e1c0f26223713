import { customers } from '../customers/customer.ts';
import { emit } from '../events/emit.ts';
import { randomText } from '../ids.ts';
import { findOrRefuse, insert } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { mergeMetadata } from '../parameters/common.ts';
import type { InputOf } from '../parameters/parameter.ts';
import { requireCards } from '../payment-intents/create.ts';
import { methodOptionsOf } from '../payment-intents/method-options.ts';
import type { Method } from '../payment-intents/pay.ts';
import { createMethod, resolveMethod } from '../payment-methods/create-method.ts';
import { badRequest, StripeError } from '../stripe-error.ts';
import type { confirmFields, createFields } from './parameters.ts';
import { confirmSetup } from './set-up.ts';
import { type SetupIntent, setupIntents } from './setup-intent.ts';

type ConfirmInput = InputOf<typeof confirmFields>;

/** The method that is to be set up; undefined where none was named. */
export async function setupMethodOf(
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

export function requireOpen(deed: 'confirm' | 'cancel' | 'update', intent: SetupIntent): void {
  if (intent.status !== 'succeeded' && intent.status !== 'canceled') return;
  throw unexpectedState(
    `You cannot ${deed} this SetupIntent because it has a status of ${intent.status}.`,
    intent,
  );
}

export async function confirmSetupIntent(
  work: Work,
  intent: SetupIntent,
  input: ConfirmInput,
): Promise<SetupIntent> {
  requireOpen('confirm', intent);
  const method = await setupMethodOf(work, input, intent.payment_method);
  if (!method) {
    throw unexpectedState(
      "You cannot confirm this SetupIntent because it's missing a payment method.",
      intent,
    );
  }
  const options = methodOptionsOf(input.payment_method_options, intent.payment_method_options);
  return confirmSetup(work, { ...intent, payment_method_options: options }, method, input.return_url);
}

export async function createSetupIntent(
  work: Work,
  input: InputOf<typeof createFields>,
): Promise<SetupIntent> {
  requireCards(input.payment_method_types);
  if (input.customer !== undefined) await findOrRefuse(work, customers, input.customer, 'customer');
  if (input.return_url !== undefined && !input.confirm) {
    throw badRequest('You cannot set `return_url` without setting `confirm` to `true`.', {
      param: 'return_url',
    });
  }
  const method = await setupMethodOf(work, input, null);
  const id = setupIntents.newId();
  const isAutomatic = input.payment_method_types === undefined;
  const intent = await insert(
    work,
    setupIntents,
    {
      ...{ id, object: 'setup_intent', allowed_payment_method_types: null, application: null },
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
  return confirmSetupIntent(work, intent, {
    ...input,
    payment_method: undefined,
    payment_method_data: undefined,
  });
}
