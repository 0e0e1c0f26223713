import type Stripe from 'stripe';
import type { ProviderState, StartRequest } from '../../services/payments/index.ts';
import { paymentFailure } from './payment-failure.ts';
import { intentExpand, retrieveIntent, stateOfIntent } from './read-payment.ts';
import { stripeAmount } from './stripe-amount.ts';
import { isStripeFault, type StripeFault } from './stripe-problem.ts';

type Locale = Stripe.Checkout.SessionCreateParams.Locale;

/** Languages of the hosted page that a locale of ours may be in; in any other the browser decides. */
const languages: readonly Locale[] = [
  ...(['bg', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fr', 'hr', 'hu', 'id', 'it', 'ja'] as const),
  ...(['ko', 'lt', 'lv', 'ms', 'mt', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sv', 'th'] as const),
  ...(['tr', 'vi', 'zh', 'en-GB', 'pt-BR', 'fr-CA', 'zh-TW', 'zh-HK', 'es-419'] as const),
];

function pageLocale(locale: string | null): Locale {
  const language = locale?.split('-')[0];
  return (
    languages.find((known) => known === locale) ?? languages.find((known) => known === language) ?? 'auto'
  );
}

/** Stripe writes currencies in lower case. */
function lineItems({
  lines,
  amount,
  currency,
  description,
}: StartRequest): Stripe.Checkout.SessionCreateParams.LineItem[] {
  const shown =
    lines.length > 0 && lines.length <= 100
      ? lines
      : [{ title: description ?? 'Your order', quantity: 1, unitAmount: amount }];
  return shown.map(({ title, quantity, unitAmount }) => ({
    quantity,
    price_data: {
      currency: currency.toLowerCase(),
      unit_amount: stripeAmount(unitAmount, currency),
      product_data: { name: title },
    },
  }));
}

function shippingOf({
  shippingAddress: address,
}: StartRequest): Stripe.PaymentIntentCreateParams.Shipping | undefined {
  if (!address?.addressLine1) return undefined;
  const name = [address.firstName, address.lastName].filter(Boolean).join(' ') || (address.company ?? '-');
  return {
    name,
    ...(address.phone ? { phone: address.phone } : {}),
    address: {
      line1: address.addressLine1,
      country: address.country,
      ...(address.addressLine2 ? { line2: address.addressLine2 } : {}),
      ...(address.city ? { city: address.city } : {}),
      ...(address.region ? { state: address.region } : {}),
      ...(address.postalCode ? { postal_code: address.postalCode } : {}),
    },
  };
}

/** A page where the shopper enters the card, at Stripe's: no number ever comes here. */
async function startPage(stripe: Stripe, request: StartRequest): Promise<ProviderState> {
  const { paymentId, returnUrl, cancelUrl, email, locale, description, expiresAt } = request;
  const metadata = { payment_id: paymentId };
  const session = await stripe.checkout.sessions.create(
    {
      ...{ mode: 'payment', client_reference_id: paymentId, metadata, line_items: lineItems(request) },
      payment_intent_data: {
        ...{ capture_method: 'manual', metadata },
        ...(description === null ? {} : { description }),
      },
      success_url: returnUrl ?? '',
      ...(cancelUrl === null ? {} : { cancel_url: cancelUrl }),
      ...(email === null ? {} : { customer_email: email }),
      locale: pageLocale(locale),
      expires_at: Math.floor(Date.parse(expiresAt) / 1000),
    },
    { idempotencyKey: paymentId },
  );
  return stateOfIntent(stripe, null, session);
}

/** The intent of a card that was declined: the error tells which. */
async function stateOfDecline(stripe: Stripe, fault: StripeFault): Promise<ProviderState | undefined> {
  if (fault.type !== 'StripeCardError' || !fault.payment_intent) return undefined;
  const state = await stateOfIntent(stripe, await retrieveIntent(stripe, fault.payment_intent.id));
  return { ...state, status: 'failed', failure: state.failure ?? paymentFailure(fault) };
}

/** Charges a token of Stripe.js (`pm_…`), which may ask for 3-D Secure. */
async function startToken(stripe: Stripe, request: StartRequest, token: string): Promise<ProviderState> {
  const { paymentId, amount, currency, returnUrl, description } = request;
  const shipping = shippingOf(request);
  try {
    const intent = await stripe.paymentIntents.create(
      {
        amount: stripeAmount(amount, currency),
        ...{ currency: currency.toLowerCase(), payment_method: token, confirm: true },
        ...{ capture_method: 'manual', metadata: { payment_id: paymentId }, expand: intentExpand },
        automatic_payment_methods: {
          enabled: true,
          allow_redirects: returnUrl === null ? 'never' : 'always',
        },
        ...(returnUrl === null ? {} : { return_url: returnUrl }),
        ...(description === null ? {} : { description }),
        ...(shipping ? { shipping } : {}),
      },
      { idempotencyKey: paymentId },
    );
    return await stateOfIntent(stripe, intent);
  } catch (error) {
    const declined = isStripeFault(error) && (await stateOfDecline(stripe, error));
    if (declined) return declined;
    throw error;
  }
}

export function startPayment(stripe: Stripe, request: StartRequest): Promise<ProviderState> {
  const { paymentToken } = request;
  return paymentToken === null ? startPage(stripe, request) : startToken(stripe, request, paymentToken);
}
