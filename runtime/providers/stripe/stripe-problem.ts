import type Stripe from 'stripe';
import { paymentProblems } from '../../contract/payments/index.ts';
import { type Problem, problem } from '../../contract/problem.ts';

/** What Stripe's SDK throws, by what its errors carry: the classes are loaded with the SDK, and it is loaded late. */
export interface StripeFault {
  readonly type: string;
  readonly message: string;
  readonly code?: string | undefined;
  readonly decline_code?: string | undefined;
  readonly param?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly payment_intent?: Stripe.PaymentIntent | undefined;
}

export function isStripeFault(error: unknown): error is StripeFault {
  return error instanceof Error && 'type' in error && String(error.type).startsWith('Stripe');
}

/** Errors after which the same request is refused again. */
const refusals: readonly string[] = [
  'StripeInvalidRequestError',
  'StripeCardError',
  'StripeIdempotencyError',
];

/** What an error of the SDK is to our callers; anything else is a fault of ours and stays as it is. */
export function stripeProblem(error: unknown): Problem | unknown {
  if (!isStripeFault(error)) return error;
  const { type, message, code, headers } = error;
  const isRefused = refusals.includes(type);
  const retryAfter = Number(headers?.['retry-after']);
  return problem(isRefused ? paymentProblems.providerRefused : paymentProblems.providerFailed, {
    detail: `Stripe: ${message}`,
    details: { provider: 'stripe', providerCode: code ?? null },
    ...(Number.isInteger(retryAfter) && retryAfter > 0 ? { retryAfter } : {}),
  });
}

/** Runs requests to Stripe; what it throws of them is a problem. */
export async function asking<Result>(request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    throw stripeProblem(error);
  }
}
