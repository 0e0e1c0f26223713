import type {
  AuthorizationWithAdditionalData,
  Order,
  OrdersCapture,
  Refund,
} from '@paypal/paypal-server-sdk';
import type {
  ProviderFee,
  ProviderMethod,
  ProviderRefund,
  ProviderState,
} from '../../services/payments/index.ts';
import { minorUnitsOf } from './paypal-amount.ts';

/*
 * An order of one purchase unit, read as a payment. The awkward case: after a second authorization there are two, the
 * first of them voided. The order's state is that of the one that is open, else of the latest; what was captured is
 * the sum over all.
 */

type Authorization = AuthorizationWithAdditionalData;

const openStatuses: readonly string[] = ['CREATED', 'PARTIALLY_CAPTURED', 'PENDING'];
const takenStatuses: readonly string[] = ['COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED'];

function paymentsOf({ purchaseUnits }: Order) {
  const payments = purchaseUnits?.[0]?.payments;
  return {
    authorizations: payments?.authorizations ?? [],
    captures: payments?.captures ?? [],
    refunds: payments?.refunds ?? [],
  };
}

/** The authorization that captures are taken from. */
export function currentAuthorization(order: Order): Authorization | undefined {
  const sorted = paymentsOf(order).authorizations.toSorted((one, other) =>
    (one.createTime ?? '') < (other.createTime ?? '') ? -1 : 1,
  );
  return sorted.findLast(({ status }) => openStatuses.includes(status ?? '')) ?? sorted.at(-1);
}

/** A capture, with what of it is not refunded yet. */
export function refundableCaptures(
  order: Order,
): readonly { readonly id: string; readonly amount: number }[] {
  const { captures, refunds } = paymentsOf(order);
  return captures.flatMap((capture) => {
    if (capture.id === undefined || !takenStatuses.includes(capture.status ?? '')) return [];
    const refunded = refunds
      .filter((refund) => captureOf(refund) === capture.id && stateOfRefund(refund) !== 'failed')
      .reduce((sum, { amount }) => sum + minorUnitsOf(amount), 0);
    const amount = minorUnitsOf(capture.amount) - refunded;
    return amount > 0 ? [{ id: capture.id, amount }] : [];
  });
}

/** The captures by which disputes are found. */
export function captureIds(order: Order): readonly string[] {
  return paymentsOf(order).captures.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

function captureOf({ links }: Refund): string | undefined {
  return links
    ?.find(({ rel }) => rel === 'up')
    ?.href.split('/')
    .at(-1);
}

function stateOfRefund({ status }: Refund): ProviderRefund['state'] {
  if (status === 'COMPLETED') return 'succeeded';
  return status === 'PENDING' ? 'pending' : 'failed';
}

const ourRefund = /^rfnd_[0-9A-HJKMNP-TV-Z]{26}$/;

/**
 * Refunds by our own ids: one that was more than any capture had left is several at PayPal, and is as far as the
 * slowest of them.
 */
export function refundsOf(refunds: readonly Refund[]): ProviderRefund[] {
  const groups = new Map<string, Refund[]>();
  for (const refund of refunds) {
    const { id = '', customId = '' } = refund;
    const name = ourRefund.test(customId) ? customId : id;
    groups.set(name, [...(groups.get(name) ?? []), refund]);
  }
  return [...groups].map(([name, parts]) => {
    const states = parts.map(stateOfRefund);
    const state = (['failed', 'pending'] as const).find((each) => states.includes(each)) ?? 'succeeded';
    const failed = parts.find((refund) => stateOfRefund(refund) === 'failed');
    return {
      reference: parts
        .map(({ id }) => id)
        .toSorted()
        .join('+'),
      refundId: ourRefund.test(name) ? name : null,
      amount: parts.reduce((sum, { amount }) => sum + minorUnitsOf(amount), 0),
      state,
      failure: failed ? (failed.statusDetails?.reason ?? `The refund is ${failed.status}.`) : null,
    };
  });
}

/** What PayPal keeps of the captures, and gives back with the refunds. */
function feesOf(captures: readonly OrdersCapture[], refunds: readonly Refund[]): ProviderFee[] {
  const kept = captures
    .filter(({ status }) => takenStatuses.includes(status ?? ''))
    .map(({ id, sellerReceivableBreakdown: own }) => ({ id, fee: own?.paypalFee, sign: 1 }));
  const given = refunds
    .filter((refund) => stateOfRefund(refund) === 'succeeded')
    .map(({ id, sellerPayableBreakdown: own }) => ({ id, fee: own?.paypalFee, sign: -1 }));
  return [...kept, ...given].flatMap(({ id: reference, fee, sign }) => {
    const amount = minorUnitsOf(fee) * sign;
    return reference === undefined || fee === undefined || amount === 0
      ? []
      : [{ reference, amount, currency: fee.currencyCode }];
  });
}

function methodOf({ payer, paymentSource }: Order): ProviderMethod | null {
  const account = paymentSource?.paypal;
  const payerEmail = account?.emailAddress ?? payer?.emailAddress ?? null;
  if (payerEmail === null) return null;
  return {
    ...{ kind: 'paypal', brand: null, last4: null, wallet: null, key: null, payerEmail },
    // One buyer has one account: what a card's fingerprint is for cards.
    fingerprint: account?.accountId ?? payer?.payerId ?? null,
    country: account?.address?.countryCode ?? payer?.address?.countryCode ?? null,
  };
}

function approvalUrl({ links }: Order): string | null {
  return links?.find(({ rel }) => rel === 'payer-action' || rel === 'approve')?.href ?? null;
}

const declined = {
  code: 'payment_declined',
  message: 'PayPal declined the payment. Please choose another way to pay.',
  isRetryable: false,
};

type Situation = Pick<ProviderState, 'status' | 'failure' | 'redirectUrl' | 'isExpired'>;

function situationOf(order: Order, authorization: Authorization | undefined, captured: number): Situation {
  const situation = (status: ProviderState['status'], more: Partial<Situation> = {}): Situation => ({
    ...{ status, failure: null, redirectUrl: null, isExpired: false },
    ...more,
  });
  switch (order.status) {
    case 'APPROVED':
      return situation('approved');
    case 'VOIDED':
      return situation('cancelled');
    case 'COMPLETED':
      break;
    default:
      return situation('requires_action', { redirectUrl: approvalUrl(order) });
  }
  if (captured > 0) return situation('authorized');
  switch (authorization?.status) {
    case 'DENIED':
      return situation('failed', { failure: declined });
    case 'PENDING':
      return situation('pending');
    case 'VOIDED':
      return situation('cancelled');
    default:
      return situation('authorized');
  }
}

function capturableOf({ status, amount }: Authorization, captured: number): number {
  const isOpen = status === 'CREATED' || status === 'PARTIALLY_CAPTURED';
  return isOpen ? Math.max(0, minorUnitsOf(amount) - captured) : 0;
}

function sumOf(captures: readonly OrdersCapture[], statuses: readonly string[]): number {
  return captures
    .filter(({ status }) => statuses.includes(status ?? ''))
    .reduce((sum, { amount }) => sum + minorUnitsOf(amount), 0);
}

const never: readonly string[] = ['DENIED', 'PENDING'];

/** How a payment stands, by its order. */
export function stateOfOrder(order: Order): ProviderState {
  const { authorizations, captures, refunds } = paymentsOf(order);
  const authorization = currentAuthorization(order);
  const captured = sumOf(captures, takenStatuses);
  // What is on its way is taken from the authorization, and is not there yet.
  const underway = captured + sumOf(captures, ['PENDING']);
  const held = authorizations.filter(({ status }) => !never.includes(status ?? ''));
  const names = [...authorizations, ...captures, ...refunds].flatMap(({ id }) =>
    id === undefined ? [] : [id],
  );
  const amount = order.purchaseUnits?.[0]?.amount;
  return {
    reference: order.id ?? '',
    aliases: [order.id ?? '', ...names].filter((name) => name !== ''),
    ...situationOf(order, authorization, captured),
    amount: minorUnitsOf(amount),
    currency: amount?.currencyCode ?? '',
    authorized: Math.max(captured, ...held.map((each) => minorUnitsOf(each.amount))),
    capturable: authorization ? capturableOf(authorization, underway) : 0,
    captured,
    refunds: refundsOf(refunds),
    // Orders don't tell of them: see `read-disputes.ts`.
    disputes: [],
    fees: feesOf(captures, refunds),
    method: methodOf(order),
    riskScore: null,
    riskLevel: null,
    expiresAt: authorization?.expirationTime ?? null,
  };
}
