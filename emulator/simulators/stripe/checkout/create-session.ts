import { customers } from '../customers/customer.ts';
import { findOrRefuse, insert } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import {
  flag,
  type InputOf,
  integer,
  list,
  metadata,
  oneOf,
  required,
  shape,
  text,
} from '../parameters/parameter.ts';
import { requireCards } from '../payment-intents/create.ts';
import { requireAmount } from '../payment-intents/smallest-amount.ts';
import { badRequest, notSimulated } from '../stripe-error.ts';
import { schedule } from '../tasks/schedule.ts';
import { type CheckoutSession, checkoutSessions } from './checkout-session.ts';
import { lineItems, toLineItems } from './line-items.ts';

const minutes = 60;
const shortest = 30 * minutes;
const longest = 24 * 60 * minutes;

export const sessionFields = {
  billing_address_collection: oneOf('auto', 'required'),
  cancel_url: text(),
  client_reference_id: text(200),
  customer: text(),
  customer_creation: oneOf('always', 'if_required'),
  customer_email: text(),
  expires_at: integer(),
  line_items: lineItems,
  locale: text(),
  metadata: metadata(),
  mode: required(oneOf('payment', 'setup', 'subscription')),
  payment_intent_data: shape({
    capture_method: oneOf('automatic', 'automatic_async', 'manual'),
    description: text(),
    metadata: metadata(),
    receipt_email: text(),
    setup_future_usage: oneOf('on_session', 'off_session'),
    statement_descriptor: text(22),
    transfer_group: text(),
  }),
  payment_method_types: list(text()),
  phone_number_collection: shape({ enabled: required(flag()) }),
  setup_intent_data: shape({ description: text(), metadata: metadata() }),
  shipping_address_collection: shape({ allowed_countries: required(list(text(2))) }),
  success_url: required(text()),
  ui_mode: oneOf('hosted_page', 'hosted', 'embedded_page', 'embedded', 'custom', 'elements', 'form'),
};

type Input = InputOf<typeof sessionFields>;

function requireSimulated({ mode, ui_mode = 'hosted_page' }: Input): 'payment' | 'setup' {
  if (mode === 'subscription') {
    throw notSimulated('Subscriptions are not simulated.', 'mode', 'mode=subscription');
  }
  if (ui_mode === 'hosted_page' || ui_mode === 'hosted') return mode;
  throw notSimulated('Only the hosted page is simulated.', 'ui_mode', `ui_mode=${ui_mode}`);
}

function expiryOf({ expires_at }: Input, now: number): number {
  if (expires_at === undefined) return now + longest;
  if (expires_at >= now + shortest && expires_at <= now + longest) return expires_at;
  throw badRequest(
    'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.',
    {
      param: 'expires_at',
    },
  );
}

function requireUrls(input: Input): void {
  for (const name of ['success_url', 'cancel_url'] as const) {
    const url = input[name];
    if (url === undefined || (URL.canParse(url) && /^https?:/.test(url))) continue;
    throw badRequest('Not a valid URL', { code: 'url_invalid', param: name });
  }
}

export async function createSession(work: Work, input: Input): Promise<CheckoutSession> {
  const mode = requireSimulated(input);
  requireCards(input.payment_method_types);
  requireUrls(input);
  if (input.customer !== undefined) await findOrRefuse(work, customers, input.customer, 'customer');
  const items = toLineItems(input.line_items ?? [], work.now);
  const amount = items.reduce((sum, item) => sum + item.amount_total, 0);
  const currency = items[0]?.currency ?? null;
  if (mode === 'payment') {
    if (currency === null) {
      throw badRequest('You must provide `line_items` in `payment` mode.', {
        ...{ code: 'parameter_missing', param: 'line_items' },
      });
    }
    requireAmount(amount, currency);
  }
  const id = checkoutSessions.newId();
  const expires = expiryOf(input, work.now);
  const isPayment = mode === 'payment';
  const session = await insert(
    work,
    checkoutSessions,
    {
      ...{ id, object: 'checkout.session', adaptive_pricing: null, after_expiration: null },
      ...{ allowed_payment_method_types: null, customer_account: null, integration_identifier: null },
      managed_payments: null,
      ...{ allow_promotion_codes: null, amount_subtotal: isPayment ? amount : null },
      ...{ amount_total: isPayment ? amount : null },
      automatic_tax: { enabled: false, liability: null, provider: null, status: null },
      billing_address_collection: input.billing_address_collection ?? null,
      ...{ cancel_url: input.cancel_url ?? null, client_reference_id: input.client_reference_id ?? null },
      ...{ client_secret: null, collected_information: null, consent: null, consent_collection: null },
      ...{ created: work.now, currency, currency_conversion: null, custom_fields: [], custom_text: {} },
      customer: input.customer ?? null,
      customer_creation: input.customer_creation ?? (isPayment ? 'if_required' : null),
      ...{ customer_details: null, customer_email: input.customer_email ?? null, discounts: [] },
      ...{ expires_at: expires, invoice: null, invoice_creation: null, livemode: false },
      ...{ locale: input.locale ?? null, metadata: input.metadata ?? {}, mode, origin_context: null },
      ...{ payment_intent: null, payment_link: null, payment_method_collection: 'if_required' },
      ...{ payment_method_configuration_details: null, payment_method_options: {} },
      ...{ payment_method_types: input.payment_method_types ?? ['card'] },
      payment_status: isPayment ? 'unpaid' : 'no_payment_required',
      ...{ permissions: null, phone_number_collection: input.phone_number_collection ?? { enabled: false } },
      ...{ recovered_from: null, saved_payment_method_options: null, setup_intent: null },
      shipping_address_collection: input.shipping_address_collection ?? null,
      ...{ shipping_cost: null, shipping_options: [], status: 'open', submit_type: null, subscription: null },
      success_url: input.success_url,
      total_details: isPayment ? { amount_discount: 0, amount_shipping: 0, amount_tax: 0 } : null,
      ...{
        ui_mode: input.ui_mode === 'hosted' ? 'hosted' : 'hosted_page',
        url: `${work.url}/checkout/${id}`,
      },
      wallet_options: null,
    },
    {
      intentId: null,
      lineItems: items,
      intent: (isPayment ? input.payment_intent_data : input.setup_intent_data) ?? {},
    },
  );
  await schedule(work, 'expire_checkout', id, expires - work.now);
  return session;
}
