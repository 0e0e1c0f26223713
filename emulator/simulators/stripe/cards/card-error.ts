import { StripeError } from '../stripe-error.ts';
import type { Decline } from './declines.ts';

/** The 402 of a decline; `details` say of which objects. */
export function cardError(
  { code, decline_code, message, advice_code, param }: Decline,
  details: Readonly<Record<string, unknown>> = {},
  isOutcome = false,
): StripeError {
  return new StripeError(
    402,
    {
      ...{ type: 'card_error', code, decline_code, message, advice_code },
      ...(param ? { param } : {}),
      ...details,
    },
    { isOutcome },
  );
}
