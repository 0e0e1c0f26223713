import { type ErrorBody, StripeError } from './stripe-error.ts';

const tooMany: ErrorBody = {
  type: 'invalid_request_error',
  code: 'rate_limit',
  message:
    'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
};

/** What Stripe answers where it fails by itself, or is asked too often. */
export function troubleBody(status: number): object {
  const type = status < 500 ? 'invalid_request_error' : 'api_error';
  const failed: ErrorBody = { type, message: 'An unknown error occurred.' };
  return { error: new StripeError(status, status === 429 ? tooMany : failed).body };
}
