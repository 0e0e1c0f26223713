import type { Context, StepsContext } from '../../../context/context.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { type PaymentOperations, paymentProblems } from '../../../contract/payments/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { UniqueViolation } from '../../../store/errors.ts';
import { offeredMethods } from '../methods/offered-methods.ts';
import type { Address, PaymentProvider, StartRequest } from '../payment-provider.ts';
import { nextLook } from './payment-due.ts';
import type { PaymentDocument } from './payment-facts.ts';
import { presentPayment } from './present-payment.ts';
import { payments, type StoredPayment } from './stored-payment.ts';

export type CreateInput = InputOf<PaymentOperations['payments.payments.create']>;

/** How long a hosted page waits for the shopper. */
const pageSeconds = 3600;

/** @throws {Problem} `payment_method_unavailable` where the config doesn't offer it here. */
export function requireOffered(
  context: StepsContext,
  { provider, method, channel, amount }: CreateInput,
): void {
  const { currency } = amount;
  const offered = offeredMethods(context.config.payments, { channel, currency });
  const found = offered.some((option) => option.provider === provider && option.method === (method ?? null));
  if (found) return;
  const name = method ? `${provider} with "${method}"` : `"${provider}"`;
  const names = offered.map((option) => [option.provider, option.method].filter(Boolean).join(' '));
  throw problem(paymentProblems.methodUnavailable, {
    detail: `Paying by ${name} is not offered here${channel ? ` in ${channel}` : ''} in ${currency}.`,
    hint: names.length > 0 ? `Offered are ${names.join(', ')}.` : 'Nothing is offered here.',
    errors: [{ pointer: '/provider', message: 'is not offered here.' }],
  });
}

/** A page that shoppers are sent to has to know where to send them back; a card's token can lead to one, too. */
function requireReturn({ returnUrl }: CreateInput, { isOffline }: PaymentProvider): void {
  if (isOffline || returnUrl) return;
  const message = "is needed: the shopper comes back to it from the payment page, or from their bank's.";
  throw problem(problems.invalidInput, {
    detail: `/returnUrl ${message}`,
    errors: [{ pointer: '/returnUrl', message }],
  });
}

function withPaymentId(url: string | null | undefined, paymentId: string): string | null {
  if (!url) return null;
  const [beforeHash = '', ...hash] = url.split('#');
  const separator = beforeHash.includes('?') ? '&' : '?';
  return [`${beforeHash}${separator}payment_id=${paymentId}`, ...hash].join('#');
}

const noAddress = {
  ...{ firstName: null, lastName: null, company: null, addressLine1: null, addressLine2: null },
  ...{ city: null, region: null, postalCode: null, phone: null },
};

function completeAddress(input: CreateInput['billingAddress']): Address | null {
  return input ? { ...noAddress, ...input } : null;
}

/** Lines that don't add up to the total (discounts, shipping, tax) would tell another sum than is charged. */
function shownLines({ lines = [], amount }: CreateInput): StartRequest['lines'] {
  const sum = lines.reduce((total, { quantity, unitAmount }) => total + quantity * unitAmount, 0);
  return sum === amount.amount && lines.every(({ unitAmount }) => unitAmount > 0) ? lines : [];
}

function startRequest(id: string, input: CreateInput, expiresAt: string): StartRequest {
  const { amount, currency } = input.amount;
  const { method = null, paymentToken = null, email = null, locale = null, description = null } = input;
  return {
    ...{ paymentId: id, amount, currency, method, paymentToken, email, locale, description, expiresAt },
    returnUrl: withPaymentId(input.returnUrl, id),
    cancelUrl: withPaymentId(input.cancelUrl ?? input.returnUrl, id),
    billingAddress: completeAddress(input.billingAddress),
    shippingAddress: completeAddress(input.shippingAddress),
    lines: shownLines(input),
  };
}

function configuredCapture(context: StepsContext, provider: string): 'automatic' | 'manual' {
  // Money that staff counts comes in when they say so.
  if (provider === 'stripe' || provider === 'paypal')
    return context.config.payments[provider]?.capture ?? 'automatic';
  return 'manual';
}

function newPayment(
  context: StepsContext,
  id: string,
  input: CreateInput,
  provider: PaymentProvider,
): PaymentDocument {
  const now = context.clock.now();
  const expiresAt = new Date(now.getTime() + pageSeconds * 1000).toISOString();
  const { orderId = null, cartId = null, customerId = null, method = null, description = null } = input;
  const document = {
    ...{ id, orderId, cartId, customerId, provider: provider.name, methodKey: method, method: null },
    ...{ state: 'pending' as const, currency: input.amount.currency, amount: input.amount.amount },
    ...{ authorized: 0, capturable: 0, captured: 0, refunded: 0, refundPending: 0, withdrawn: 0 },
    fees: [],
    ...{ isCancelled: false, redirectUrl: null, failure: null, providerReference: null, aliases: [] },
    ...{ riskScore: null, riskLevel: null, description, done: [], attempts: 0 },
    capture: input.capture ?? configuredCapture(context, provider.name),
    expiresAt: provider.isOffline ? null : expiresAt,
    wanted: { kind: 'start' as const, key: id, request: startRequest(id, input, expiresAt) },
  };
  return { ...document, dueAt: nextLook(document, now) };
}

function requireSame(existing: StoredPayment, document: PaymentDocument): void {
  const isSame = (['provider', 'amount', 'currency', 'cartId'] as const).every(
    (field) => existing[field] === document[field],
  );
  if (isSame) return;
  throw problem(problems.alreadyExists, {
    detail: `Payment ${existing.id} exists, and is another one.`,
    errors: [{ pointer: '/id', message: 'is taken by another payment.' }],
    details: { id: existing.id },
  });
}

/**
 * Records that a payment is meant to be started, before its provider hears of it; what was recorded before is answered
 * as it is.
 */
export async function intendPayment(
  context: StepsContext,
  input: CreateInput,
  provider: PaymentProvider,
): Promise<StoredPayment> {
  requireReturn(input, provider);
  const document = newPayment(context, input.id ?? context.stableId('pay'), input, provider);
  const write = async (inside: Context) => {
    const existing = await inside.store.get(payments, document.id, { lock: true });
    if (existing) {
      requireSame(existing, document);
      return existing;
    }
    const payment = await inside.store.insert(payments, document);
    await inside.emit('payment.created', payment.id, presentPayment(payment));
    return payment;
  };
  return context.transaction(write).catch((error: unknown) => {
    if (!(error instanceof UniqueViolation)) throw error;
    // The same was asked for at the same time, and was faster.
    return context.transaction(write);
  });
}
