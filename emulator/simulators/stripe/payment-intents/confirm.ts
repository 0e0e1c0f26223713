import { type Authentication, authenticationOf } from '../cards/authentication.ts';
import { declines } from '../cards/declines.ts';
import { emit } from '../events/emit.ts';
import { newId } from '../ids.ts';
import { change } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { toShipping } from '../parameters/common.ts';
import { createMethod, resolveMethod } from '../payment-methods/create-method.ts';
import { badRequest, StripeError } from '../stripe-error.ts';
import { requireState, unexpectedState } from './intent-states.ts';
import { methodOptionsOf } from './method-options.ts';
import type { ConfirmInput } from './parameters.ts';
import { cardOf, failIntent, failureWith, type Method, pay } from './pay.ts';
import { type NextAction, type PaymentIntent, paymentIntents } from './payment-intent.ts';

async function methodOf(work: Work, intent: PaymentIntent, input: ConfirmInput): Promise<Method> {
  if (input.payment_method_data)
    return createMethod(work, input.payment_method_data, 'payment_method_data[card]');
  const id = input.payment_method ?? intent.payment_method;
  if (id) return resolveMethod(work, id);
  throw unexpectedState(
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the " +
      'PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment ' +
      'method or ConfirmationToken.',
    intent,
  );
}

/** A card is its customer's, and one that paid for nobody pays once. */
export function requireUsable({ object, hidden }: Method, customer: string | null): void {
  if (object.customer !== null && object.customer !== customer) {
    throw badRequest(
      customer === null
        ? 'The PaymentMethod you provided is attached to a customer; you must provide the customer in the request.'
        : `The PaymentMethod ${object.id} does not belong to the Customer you supplied ${customer}. Please use this ` +
            'PaymentMethod with the Customer that it belongs to instead.',
      { code: 'payment_method_unexpected_state', param: 'payment_method' },
    );
  }
  if (!hidden.isConsumed) return;
  throw badRequest(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a ' +
      'connected account without Customer attachment, or was detached from a Customer. It may not be used again. To ' +
      'use a PaymentMethod multiple times, you must attach it to a Customer first.',
    { code: 'payment_method_unexpected_state', param: 'payment_method' },
  );
}

/** With redirects allowed, the customer may have to be sent away, and has to find back. */
function requireReturnUrl(intent: PaymentIntent, input: ConfirmInput): void {
  const { automatic_payment_methods: automatic } = intent;
  if (!automatic?.enabled || automatic.allow_redirects === 'never') return;
  if (input.return_url !== undefined || input.use_stripe_sdk || input.off_session) return;
  throw badRequest(
    'This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these ' +
      'payment methods might redirect your customer off of your page, you must provide a `return_url`. If you ' +
      "don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and " +
      '`automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.',
    { param: 'return_url' },
  );
}

/** Where the customer authenticates: by a redirect, or by a script on the caller's own page. */
export function challengeOf(
  work: Work,
  intent: { readonly id: string; readonly client_secret: string },
  returnUrl: string | undefined,
): NextAction {
  const url = `${work.url}/authenticate/${intent.id}?client_secret=${intent.client_secret}`;
  if (returnUrl !== undefined) {
    return { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl } };
  }
  const source = newId('src_1');
  return {
    type: 'use_stripe_sdk',
    use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url, source },
  };
}

async function challenge(
  work: Work,
  intent: PaymentIntent,
  method: Method,
  input: ConfirmInput,
): Promise<PaymentIntent> {
  if (input.error_on_requires_action)
    return pay(work, intent, method, 'none', declines.authenticationRequired);
  const waiting = await change(work, paymentIntents, intent.id, {
    ...{ status: 'requires_action', payment_method: method.object.id, last_payment_error: null },
    next_action: challengeOf(work, intent, input.return_url),
  });
  await emit(work, 'payment_intent.requires_action', waiting);
  return waiting;
}

/** The error of an authentication that failed, or that the bank could not do. */
export function authenticationFailure(noun: 'payment_intent' | 'setup_intent', method: object): StripeError {
  return new StripeError(
    402,
    {
      ...{ type: 'card_error', code: `${noun}_authentication_failure`, payment_method: method },
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    },
    { isOutcome: true },
  );
}

async function settleBy(
  authentication: Authentication,
  work: Work,
  intent: PaymentIntent,
  method: Method,
  input: ConfirmInput,
): Promise<PaymentIntent> {
  switch (authentication) {
    case 'challenge':
      return challenge(work, intent, method, input);
    case 'off_session':
      return pay(work, intent, method, 'none', declines.authenticationRequired);
    case 'refused': {
      const error = authenticationFailure('payment_intent', method.object);
      throw failureWith(error, await failIntent(work, intent, error));
    }
    default:
      return pay(work, intent, method, authentication);
  }
}

/** Confirms an intent: authenticates where the card wants it, then charges or holds. */
export async function confirmIntent(
  work: Work,
  intent: PaymentIntent,
  input: ConfirmInput,
): Promise<PaymentIntent> {
  requireState('confirm', intent);
  const method = await methodOf(work, intent, input);
  requireUsable(method, intent.customer);
  requireReturnUrl(intent, input);
  const { shipping, receipt_email, setup_future_usage, capture_method } = input;
  const options = methodOptionsOf(input.payment_method_options, intent.payment_method_options);
  const ready = await change(work, paymentIntents, intent.id, {
    payment_method_options: options,
    ...(shipping === undefined ? {} : { shipping: toShipping(shipping) }),
    ...(receipt_email === undefined ? {} : { receipt_email }),
    ...(setup_future_usage === undefined ? {} : { setup_future_usage }),
    ...(capture_method === undefined ? {} : { capture_method }),
  });
  const authentication = authenticationOf(cardOf(method), {
    isOffSession: input.off_session ?? false,
    isSetUp: method.hidden.isSetUp,
    isRequested: options.card.request_three_d_secure !== 'automatic',
  });
  return settleBy(authentication, work, ready, method, input);
}
