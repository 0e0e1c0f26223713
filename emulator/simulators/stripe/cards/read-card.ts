import { badRequest, StripeError } from '../stripe-error.ts';
import { type TestCard, testCardNumbered } from './test-cards.ts';

/** A card as it is typed or sent. It is read and forgotten: nothing of it but its last digits is stored. */
export interface GivenCard {
  readonly number: string;
  readonly exp_month: number;
  readonly exp_year: number;
  readonly cvc?: string | undefined;
}

export interface ReadCard {
  readonly card: TestCard;
  readonly number: string;
  readonly exp_month: number;
  readonly exp_year: number;
  readonly hasCvc: boolean;
}

/** The checksum at the end of a card number (ISO/IEC 7812-1, annex B). */
function hasValidChecksum(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function refusedCard(code: string, message: string, param: string, declineCode?: string): StripeError {
  return new StripeError(402, {
    type: 'card_error',
    code,
    message,
    param,
    ...(declineCode ? { decline_code: declineCode } : {}),
  });
}

/** `now` in Unix seconds of business time. Throws what Stripe answers to a card that can not be right. */
export function readCard(given: GivenCard, now: number): ReadCard {
  const number = given.number.replace(/[\s-]/g, '');
  const card = testCardNumbered(number);
  // One of the documented numbers (4000004040000079) has no right checksum.
  if (!card && (!/^\d{12,19}$/.test(number) || !hasValidChecksum(number))) {
    throw refusedCard('incorrect_number', 'Your card number is incorrect.', 'number', 'incorrect_number');
  }
  const { exp_month, cvc } = given;
  const exp_year = given.exp_year < 100 ? 2000 + given.exp_year : given.exp_year;
  if (exp_month < 1 || exp_month > 12) {
    throw refusedCard('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  }
  const today = new Date(now * 1000);
  if (exp_year < today.getUTCFullYear() || exp_year > today.getUTCFullYear() + 50) {
    throw refusedCard('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year');
  }
  if (exp_year === today.getUTCFullYear() && exp_month < today.getUTCMonth() + 1) {
    throw refusedCard('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  }
  const digits = card?.brand === 'amex' ? /^\d{3,4}$/ : /^\d{3}$/;
  if (cvc !== undefined && !digits.test(cvc)) {
    throw refusedCard('invalid_cvc', "Your card's security code is invalid.", 'cvc');
  }
  if (!card) {
    throw refusedCard(
      'card_declined',
      'Your card was declined. Your request was in test mode, but used a non test (live) card. For a list of valid ' +
        'test cards, visit: https://stripe.com/docs/testing.',
      'number',
      'live_mode_test_card',
    );
  }
  return { card, number, exp_month, exp_year, hasCvc: cvc !== undefined };
}

/** A month far enough ahead for the cards that are known by a name. */
export function namedCard(card: TestCard, now: number): ReadCard {
  const exp_year = new Date(now * 1000).getUTCFullYear() + 1;
  return { card, number: card.number ?? card.name, exp_month: 12, exp_year, hasCvc: true };
}

export function unknownCardName(name: string): StripeError {
  return badRequest(`No such test card: '${name}'. See https://docs.stripe.com/testing.`, {
    param: 'payment_method',
  });
}
