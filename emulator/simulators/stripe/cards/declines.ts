/** Why a card is not charged, as an error and as the outcome of a charge. */
export interface Decline {
  readonly code: string;
  readonly decline_code: string;
  readonly message: string;
  readonly advice_code: 'do_not_try_again' | 'try_again_later' | 'confirm_card_data';
  readonly param?: string;
}

const declined = 'Your card was declined.';

export const declines = {
  generic: {
    ...{ code: 'card_declined', decline_code: 'generic_decline', message: declined },
    advice_code: 'try_again_later',
  },
  insufficientFunds: {
    ...{ code: 'card_declined', decline_code: 'insufficient_funds' },
    ...{ message: 'Your card has insufficient funds.', advice_code: 'try_again_later' },
  },
  lostCard: {
    ...{ code: 'card_declined', decline_code: 'lost_card', message: declined },
    advice_code: 'do_not_try_again',
  },
  stolenCard: {
    ...{ code: 'card_declined', decline_code: 'stolen_card', message: declined },
    advice_code: 'do_not_try_again',
  },
  expiredCard: {
    ...{ code: 'expired_card', decline_code: 'expired_card', message: 'Your card has expired.' },
    ...{ advice_code: 'do_not_try_again', param: 'exp_month' },
  },
  incorrectCvc: {
    ...{ code: 'incorrect_cvc', decline_code: 'incorrect_cvc', param: 'cvc' },
    ...{ message: "Your card's security code is incorrect.", advice_code: 'confirm_card_data' },
  },
  processingError: {
    ...{ code: 'processing_error', decline_code: 'processing_error', advice_code: 'try_again_later' },
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
  velocityExceeded: {
    ...{ code: 'card_declined', decline_code: 'card_velocity_exceeded', advice_code: 'try_again_later' },
    message:
      'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
  },
  fraudulent: {
    ...{ code: 'card_declined', decline_code: 'fraudulent', message: declined },
    advice_code: 'do_not_try_again',
  },
  authenticationRequired: {
    ...{ code: 'authentication_required', decline_code: 'authentication_required' },
    message: 'Your card was declined. This transaction requires authentication.',
    advice_code: 'confirm_card_data',
  },
} as const satisfies Readonly<Record<string, Decline>>;
