import { customers } from '../customers/customer.ts';
import { emit } from '../events/emit.ts';
import { randomText } from '../ids.ts';
import { change, findOrRefuse, insert } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { mergeMetadata, toShipping } from '../parameters/common.ts';
import { createMethod, resolveMethod } from '../payment-methods/create-method.ts';
import { badRequest, notSimulated } from '../stripe-error.ts';
import { confirmIntent, requireUsable } from './confirm.ts';
import { requireState } from './intent-states.ts';
import { methodOptionsOf } from './method-options.ts';
import type { CreateInput, UpdateInput } from './parameters.ts';
import { type PaymentIntent, paymentIntents } from './payment-intent.ts';
import { requireAmount } from './smallest-amount.ts';

/** Payment methods that are simulated; asking for another must not seem to work. */
export function requireCards(types: readonly string[] | undefined): void {
  const other = types?.find((type) => type !== 'card' && type !== 'link');
  if (other === undefined) return;
  throw notSimulated(
    `The payment method type "${other}" is invalid. Please ensure the provided type is activated in your dashboard ` +
      'and your account is enabled for any preview features that you are trying to use.',
    'payment_method_types',
    `payment_method_types=${other}`,
  );
}

/** The method that an intent is to be paid with; undefined where none was named. */
async function methodFor(
  work: Work,
  input: Pick<CreateInput, 'payment_method' | 'payment_method_data'>,
  customer: string | null,
): Promise<string | undefined> {
  if (input.payment_method_data) {
    return (await createMethod(work, input.payment_method_data, 'payment_method_data[card]')).object.id;
  }
  if (input.payment_method === undefined) return undefined;
  const method = await resolveMethod(work, input.payment_method);
  requireUsable(method, customer);
  return method.object.id;
}

function requireConfirm(input: CreateInput): void {
  const needs = (['off_session', 'error_on_requires_action', 'return_url'] as const).find(
    (name) => input[name] !== undefined,
  );
  if (input.confirm || needs === undefined) return;
  throw badRequest(`You cannot set \`${needs}\` without setting \`confirm\` to \`true\`.`, { param: needs });
}

export async function createIntent(work: Work, input: CreateInput): Promise<PaymentIntent> {
  requireConfirm(input);
  requireCards(input.payment_method_types);
  requireAmount(input.amount, input.currency);
  const customer = input.customer ?? null;
  if (customer !== null) await findOrRefuse(work, customers, customer, 'customer');
  const method = await methodFor(work, input, customer);
  const id = paymentIntents.newId();
  const { automatic_payment_methods: automatic, payment_method_types: types } = input;
  const isAutomatic = types === undefined && automatic?.enabled !== false;
  const intent = await insert(
    work,
    paymentIntents,
    {
      ...{ id, object: 'payment_intent', allowed_payment_method_types: null, managed_payments: null },
      ...{ payment_record: null, amount: input.amount, amount_capturable: 0 },
      ...{ amount_details: { tip: {} }, amount_received: 0, application: null, application_fee_amount: null },
      automatic_payment_methods: isAutomatic
        ? { enabled: true, allow_redirects: automatic?.allow_redirects ?? 'always' }
        : null,
      ...{
        canceled_at: null,
        cancellation_reason: null,
        capture_method: input.capture_method ?? 'automatic_async',
      },
      client_secret: `${id}_secret_${randomText(25)}`,
      confirmation_method: input.confirmation_method ?? 'automatic',
      ...{ created: work.now, currency: input.currency, customer, customer_account: null },
      ...{ description: input.description ?? null, excluded_payment_method_types: null },
      ...{ last_payment_error: null, latest_charge: null, livemode: false },
      metadata: mergeMetadata({}, input.metadata),
      ...{ next_action: null, on_behalf_of: null, payment_method: method ?? null },
      payment_method_configuration_details: null,
      payment_method_options: methodOptionsOf(input.payment_method_options),
      ...{
        payment_method_types: types ?? ['card'],
        processing: null,
        receipt_email: input.receipt_email ?? null,
      },
      ...{ review: null, setup_future_usage: input.setup_future_usage ?? null },
      ...{ shipping: toShipping(input.shipping), source: null },
      statement_descriptor: input.statement_descriptor ?? null,
      statement_descriptor_suffix: input.statement_descriptor_suffix ?? null,
      status: method === undefined ? 'requires_payment_method' : 'requires_confirmation',
      ...{ transfer_data: null, transfer_group: input.transfer_group ?? null },
    },
    {},
  );
  await emit(work, 'payment_intent.created', intent);
  if (!input.confirm) return intent;
  const { payment_method: _named, payment_method_data: _given, ...rest } = input;
  return confirmIntent(work, intent, { ...rest, payment_method: undefined, payment_method_data: undefined });
}

/** Members that are taken as they are given, where they are. */
const plain = [
  ...(['amount', 'currency', 'customer', 'description', 'receipt_email', 'setup_future_usage'] as const),
  ...(['statement_descriptor', 'statement_descriptor_suffix', 'transfer_group', 'capture_method'] as const),
] as const;

export async function updateIntent(
  work: Work,
  intent: PaymentIntent,
  input: UpdateInput,
): Promise<PaymentIntent> {
  const isPaidAnew = input.payment_method !== undefined || input.payment_method_data !== undefined;
  if (isPaidAnew || input.amount !== undefined || input.currency !== undefined) {
    requireState('update', intent);
    requireAmount(input.amount ?? intent.amount, input.currency ?? intent.currency);
  }
  requireCards(input.payment_method_types);
  if (input.customer !== undefined) await findOrRefuse(work, customers, input.customer, 'customer');
  const method = await methodFor(work, input, input.customer ?? intent.customer);
  const given = Object.fromEntries(
    plain.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])),
  ) as Partial<PaymentIntent>;
  return change(work, paymentIntents, intent.id, {
    ...given,
    ...(input.shipping === undefined ? {} : { shipping: toShipping(input.shipping) }),
    ...(method === undefined ? {} : { payment_method: method, status: 'requires_confirmation' }),
    ...(input.payment_method_types ? { payment_method_types: input.payment_method_types } : {}),
    payment_method_options: methodOptionsOf(input.payment_method_options, intent.payment_method_options),
    metadata: mergeMetadata(intent.metadata, input.metadata),
  });
}
