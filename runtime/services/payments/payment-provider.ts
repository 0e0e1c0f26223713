import type { Static } from 'typebox';
import type { ProviderConnection } from '../../context/provider-connection.ts';
import type { Address as AddressSchema } from '../../contract/checkout/addresses.ts';

export type Address = Static<typeof AddressSchema>;

/*
 * The port to payment providers. A provider's adapter translates, and decides nothing: what is allowed, what is
 * recorded and what is retried is the service's. All amounts are integer minor units of the payment's currency.
 *
 * An adapter throws `payment_provider_failed` where the provider can't be reached or is broken, which is tried again, and
 * `payment_provider_refused` where it says no, which is not. A declined card is no error but a `ProviderState` with the
 * status `failed`.
 */

/** How the provider is reached. */
export type PaymentConnection = ProviderConnection;

export interface StartRequest {
  /** `pay_…`: the idempotency key of the start, and what the provider keeps beside the payment. */
  readonly paymentId: string;
  readonly amount: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
  /** For `manual`: key of a method of the config. */
  readonly method: string | null;
  /** The provider's token for what is paid with; null for its hosted page. */
  readonly paymentToken: string | null;
  /** Where the shopper comes back to, `payment_id` included. Null where there is no page to come back from. */
  readonly returnUrl: string | null;
  readonly cancelUrl: string | null;
  readonly email: string | null;
  readonly billingAddress: Address | null;
  readonly shippingAddress: Address | null;
  /** What the hosted page shows; empty for the total alone. They add up to the amount. */
  readonly lines: readonly {
    readonly title: string;
    readonly quantity: number;
    readonly unitAmount: number;
  }[];
  /** BCP 47. */
  readonly locale: string | null;
  readonly description: string | null;
  /** RFC 3339: when the hosted page closes. */
  readonly expiresAt: string;
}

/** A payment as it is known to us when the provider is asked about it. */
export interface KnownPayment {
  readonly paymentId: string;
  /** What the provider calls it: `ProviderState.reference` of the latest answer. */
  readonly reference: string;
  /** The other names under which the provider knows it. */
  readonly aliases: readonly string[];
  readonly amount: number;
  readonly currency: string;
  readonly method: string | null;
  readonly authorized: number;
  readonly capturable: number;
  readonly captured: number;
  readonly isCancelled: boolean;
  readonly refunds: readonly {
    readonly refundId: string;
    readonly reference: string | null;
    readonly amount: number;
    readonly state: 'pending' | 'succeeded' | 'failed';
  }[];
}

/**
 * How a payment stands at the provider. Amounts only grow there: what was ever authorized and captured is said also
 * after it was released or refunded, so that an old answer can't undo a newer one.
 */
export interface ProviderState {
  /** What `KnownPayment.reference` is from now on; may change, as a hosted page's becomes the payment's. */
  readonly reference: string;
  /** All names under which notices may speak of it: page, intent, charges, authorization, captures. */
  readonly aliases: readonly string[];
  /**
   * `approved`: the shopper has agreed, and `authorize` is to be called. `authorized` also while it is partly or
   * wholly captured: the amounts say how much. `cancelled`: ended, and whatever was held and not captured is released.
   */
  readonly status: 'pending' | 'requires_action' | 'approved' | 'authorized' | 'failed' | 'cancelled';
  readonly amount: number;
  readonly currency: string;
  /** What was ever authorized. */
  readonly authorized: number;
  /** What can still be captured now. */
  readonly capturable: number;
  /** What was ever captured, refunds not taken off. */
  readonly captured: number;
  readonly refunds: readonly ProviderRefund[];
  readonly disputes: readonly ProviderDispute[];
  /** As far as they are known yet: some providers settle hours after they captured. */
  readonly fees: readonly ProviderFee[];
  /** With `requires_action`: where the shopper goes. */
  readonly redirectUrl: string | null;
  /** Why the latest attempt failed. */
  readonly failure: ProviderFailure | null;
  /** With `cancelled`: whether time did it. */
  readonly isExpired: boolean;
  readonly method: ProviderMethod | null;
  /** 0 to 100. */
  readonly riskScore: number | null;
  readonly riskLevel: string | null;
  /** RFC 3339: when the authorization, or the page, runs out. */
  readonly expiresAt: string | null;
}

export interface ProviderFailure {
  /** Ours, the same for all providers: `card_declined`, `insufficient_funds`, `expired_card`. */
  readonly code: string;
  /** A sentence for the shopper. */
  readonly message: string;
  readonly isRetryable: boolean;
}

export interface ProviderMethod {
  readonly kind: 'card' | 'paypal' | 'manual';
  readonly brand: string | null;
  readonly last4: string | null;
  readonly fingerprint: string | null;
  readonly country: string | null;
  readonly wallet: string | null;
  readonly payerEmail: string | null;
  readonly key: string | null;
}

export interface ProviderRefund {
  readonly reference: string;
  /** `rfnd_…` where the provider kept it; null for refunds made at the provider's own dashboard. */
  readonly refundId: string | null;
  readonly amount: number;
  readonly state: 'pending' | 'succeeded' | 'failed';
  /** Why it failed, for staff. */
  readonly failure: string | null;
}

export interface ProviderDispute {
  readonly reference: string;
  readonly amount: number;
  readonly state: 'needs_response' | 'under_review' | 'won' | 'lost';
  /** A question that has taken no money yet. */
  readonly isInquiry: boolean;
  /** The provider's word. */
  readonly reason: string;
  /** RFC 3339. */
  readonly respondBy: string | null;
}

/** What the provider keeps of a movement of money for itself. */
export interface ProviderFee {
  /** The provider's name of the movement: told again, it is the same fee. */
  readonly reference: string;
  /** Minor units, never 0; below 0 where the provider gives a fee back. */
  readonly amount: number;
  /** Of the account that it is taken from, which may be another than the payment's. */
  readonly currency: string;
}

/** How a payment stood when something was told of it. */
export type Standing = Pick<ProviderState, 'status' | 'capturable' | 'captured'>;

/**
 * What a verified notice is about: the service reads that again, unless the notice tells only what is recorded. Nothing
 * is recorded that was not read.
 */
export interface ProviderNotice {
  /** The provider's id of the notice, the same when it is sent again. */
  readonly noticeId: string;
  /** For the log: `charge.refunded`. */
  readonly type: string;
  /** `pay_…` where the provider kept it beside what the notice is about. */
  readonly paymentId: string | null;
  /** All names of what it is about: any that is a reference or an alias of a payment finds it. */
  readonly references: readonly string[];
  /** Null where the notice doesn't say. */
  readonly standing: Standing | null;
}

export interface RefundRequest {
  /** `rfnd_…`: the provider keeps it beside the refund where it can, so that a lost answer is found again. */
  readonly refundId: string;
  readonly amount: number;
  readonly reason: 'requested_by_customer' | 'duplicate' | 'fraudulent' | 'other';
  readonly note: string | null;
}

export interface DisputeEvidence {
  readonly customerName?: string | undefined;
  readonly customerEmailAddress?: string | undefined;
  readonly productDescription?: string | undefined;
  readonly shippingCarrier?: string | undefined;
  readonly shippingTrackingNumber?: string | undefined;
  readonly shippingDate?: string | undefined;
  readonly uncategorizedText?: string | undefined;
}

/** A page of what the provider itself has of a period. */
export interface ProviderListing {
  readonly payments: readonly { readonly paymentId: string | null; readonly state: ProviderState }[];
  readonly next: string | null;
}

export interface PaymentProvider {
  /** As the config calls it: `stripe`. */
  readonly name: string;
  /** Asks nobody, so it is offered by the config alone and has no connection. */
  readonly isOffline?: true;
  /** Opens the hosted page, or tries the token. The same `paymentId` never starts two. */
  start(request: StartRequest, connection: PaymentConnection): Promise<ProviderState>;
  /** The truth. Changes nothing. */
  read(payment: KnownPayment, connection: PaymentConnection): Promise<ProviderState>;
  /** Where approval and authorization are two steps: called for the status `approved`. */
  authorize?(
    payment: KnownPayment,
    idempotencyKey: string,
    connection: PaymentConnection,
  ): Promise<ProviderState>;
  /** Takes `amount`; a repetition with the same key takes it once. */
  capture(
    payment: KnownPayment,
    amount: number,
    idempotencyKey: string,
    connection: PaymentConnection,
  ): Promise<ProviderState>;
  /** Releases what is held, or closes the page. What is cancelled already is answered as such. */
  cancel(
    payment: KnownPayment,
    idempotencyKey: string,
    connection: PaymentConnection,
  ): Promise<ProviderState>;
  refund(
    payment: KnownPayment,
    refund: RefundRequest,
    idempotencyKey: string,
    connection: PaymentConnection,
  ): Promise<ProviderRefund>;
  /**
   * Verifies the signature of a webhook; undefined for notices about nothing of ours.
   * @throws {Problem} `invalid_signature`
   */
  receive(
    headers: Readonly<Record<string, string | string[] | undefined>>,
    body: Uint8Array,
    connection: PaymentConnection,
  ): Promise<ProviderNotice | undefined>;
  submitEvidence?(
    dispute: string,
    evidence: DisputeEvidence,
    idempotencyKey: string,
    connection: PaymentConnection,
  ): Promise<void>;
  acceptDispute?(dispute: string, idempotencyKey: string, connection: PaymentConnection): Promise<void>;
  /** What the provider has of a period, ours or not, where it can list that. */
  list?(
    period: { readonly from: string | null; readonly to: string | null; readonly after: string | null },
    connection: PaymentConnection,
  ): Promise<ProviderListing>;
}
