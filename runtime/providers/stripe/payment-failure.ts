import type { ProviderFailure } from '../../services/payments/index.ts';

/** Our code, what the shopper is told, and whether the same card may work when it is tried again. */
type Row = readonly [code: string, message: string, isRetryable: boolean];

const declined: Row = ['card_declined', 'The card was declined. Please use another one.', false];

/** By Stripe's code, and for `card_declined` by its decline code. What shoppers must not learn (a lost card) is not told. */
const rows: Readonly<Record<string, Row>> = {
  insufficient_funds: [
    'insufficient_funds',
    'The card does not have enough funds. Please use another one.',
    true,
  ],
  expired_card: ['expired_card', 'The card has expired. Please use another one.', false],
  incorrect_cvc: ['incorrect_cvc', 'The security code is not right. Please check it.', true],
  invalid_cvc: ['incorrect_cvc', 'The security code is not right. Please check it.', true],
  incorrect_number: ['incorrect_number', 'The card number is not right. Please check it.', true],
  invalid_number: ['incorrect_number', 'The card number is not right. Please check it.', true],
  invalid_expiry_month: ['invalid_expiry', 'The expiry date is not right. Please check it.', true],
  invalid_expiry_year: ['invalid_expiry', 'The expiry date is not right. Please check it.', true],
  incorrect_zip: ['incorrect_postal_code', 'The postal code does not fit the card. Please check it.', true],
  processing_error: ['processing_error', 'The card could not be processed. Please try again.', true],
  try_again_later: ['processing_error', 'The card could not be processed. Please try again.', true],
  issuer_not_available: ['processing_error', 'The bank can not be reached. Please try again.', true],
  card_velocity_exceeded: [
    'limit_exceeded',
    'The limit of the card is reached. Please use another one.',
    false,
  ],
  withdrawal_count_limit_exceeded: [
    'limit_exceeded',
    'The limit of the card is reached. Please use another one.',
    false,
  ],
  card_not_supported: [
    'card_not_supported',
    'This card can not be used here. Please use another one.',
    false,
  ],
  currency_not_supported: [
    'currency_not_supported',
    'The card can not pay in this currency. Please use another one.',
    false,
  ],
  authentication_required: [
    'authentication_required',
    'The bank wants to know that it is you. Please try again and confirm the payment.',
    true,
  ],
  payment_intent_authentication_failure: [
    'authentication_failed',
    'The bank could not confirm that it is you. Please try again or use another card.',
    true,
  ],
  payment_intent_payment_attempt_expired: [
    'expired',
    'The payment was not completed in time. Please try again.',
    true,
  ],
};

interface StripeFailure {
  readonly code?: string | undefined;
  readonly decline_code?: string | undefined;
}

/** Why an attempt failed, as all providers' failures are told. */
export function paymentFailure({ code, decline_code: declineCode }: StripeFailure): ProviderFailure {
  const row = rows[declineCode ?? ''] ?? rows[code ?? ''] ?? declined;
  const [ours, message, isRetryable] = row;
  return { code: ours, message, isRetryable };
}
