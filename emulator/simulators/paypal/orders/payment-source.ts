import { defined } from '../defined.ts';
import { refusal, unprocessable } from '../http/paypal-error.ts';
import type { Order, StoredCard } from './order.ts';
import type { CardRequest, ExperienceContext, PaymentSourceRequest } from './schemas.ts';

const brands: readonly (readonly [RegExp, string])[] = [
  [/^4/, 'VISA'],
  [/^(5[1-5]|2[2-7])/, 'MASTERCARD'],
  [/^3[47]/, 'AMEX'],
  [/^(36|30|38)/, 'DINERS'],
  [/^(6011|65|64)/, 'DISCOVER'],
  [/^(50|5[6-9]|6)/, 'MAESTRO'],
];

/** The check digit that every card number ends in (ISO/IEC 7812, Luhn). */
function hasCheckDigit(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

function readCard({ name, number, expiry }: CardRequest, now: Date): StoredCard {
  if (!hasCheckDigit(number)) {
    throw unprocessable('INVALID_PARAMETER_VALUE', { field: '/payment_source/card/number' });
  }
  if (expiry < now.toISOString().slice(0, 7)) {
    throw unprocessable('CARD_EXPIRED', { field: '/payment_source/card/expiry' });
  }
  const brand = brands.find(([pattern]) => pattern.test(number))?.[1] ?? 'UNKNOWN';
  return { ...defined({ name }), lastDigits: number.slice(-4), brand, expiry };
}

/** @throws {PayPalError} where a buyer could not be sent back to an address. */
function readExperience(experience: ExperienceContext, field: string): ExperienceContext {
  for (const name of ['return_url', 'cancel_url'] as const) {
    const value = experience[name];
    if (value === undefined || URL.canParse(value)) continue;
    const place = { field: `${field}/${name}`, value, location: 'body' } as const;
    throw refusal('INVALID_PARAMETER_SYNTAX', place);
  }
  return experience;
}

type Chosen = Pick<Order, 'source' | 'card'> & { readonly experience?: ExperienceContext };

interface SourceRequest {
  readonly payment_source?: PaymentSourceRequest;
  /** The older place for what `experience_context` of a source says. */
  readonly application_context?: ExperienceContext;
}

/**
 * What a request chooses to pay with, and how the buyer is shown it. One that PayPal has and this simulator has not is refused as PayPal refuses what
 * an account may not use.
 */
export function chooseSource(
  { payment_source: given, application_context: context }: SourceRequest,
  now: Date,
): Chosen {
  const outer = context && readExperience(context, '/application_context');
  if (!given) return defined({ experience: outer });
  if (Object.keys(given).length > 1) {
    throw refusal('INVALID_PARAMETER_VALUE', { field: '/payment_source', location: 'body' });
  }
  if (given.card)
    return { source: 'card', card: readCard(given.card, now), ...defined({ experience: outer }) };
  if (!given.paypal) throw unprocessable('PAYMENT_SOURCE_CANNOT_BE_USED', { field: '/payment_source' });
  const { experience_context: inner } = given.paypal;
  const experience = inner ? readExperience(inner, '/payment_source/paypal/experience_context') : outer;
  return { source: 'paypal', ...defined({ experience }) };
}
