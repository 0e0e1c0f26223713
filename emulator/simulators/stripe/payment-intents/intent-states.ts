import { StripeError } from '../stripe-error.ts';
import type { IntentStatus, PaymentIntent } from './payment-intent.ts';

type Deed = 'confirm' | 'capture' | 'cancel' | 'update';

/** What can be done to an intent in which states. */
const allowed: Readonly<Record<Deed, readonly IntentStatus[]>> = {
  confirm: ['requires_payment_method', 'requires_confirmation', 'requires_action'],
  update: ['requires_payment_method', 'requires_confirmation', 'requires_action'],
  capture: ['requires_capture'],
  cancel: ['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action'],
};

const participle: Readonly<Record<Deed, string>> = {
  confirm: 'confirmed',
  capture: 'captured',
  cancel: 'canceled',
  update: 'updated',
};

function reasonOf(deed: Deed, status: IntentStatus): string {
  if (deed === 'confirm' && status === 'succeeded') {
    return 'it has already succeeded after being previously confirmed.';
  }
  return (
    `it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be ` +
    `${participle[deed]}: ${allowed[deed].join(', ')}.`
  );
}

export function requireState(deed: Deed, intent: PaymentIntent): void {
  if (allowed[deed].includes(intent.status)) return;
  throw unexpectedState(
    `You cannot ${deed} this PaymentIntent because ${reasonOf(deed, intent.status)}`,
    intent,
  );
}

export function unexpectedState(message: string, intent: PaymentIntent): StripeError {
  return new StripeError(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message,
    payment_intent: intent,
  });
}
