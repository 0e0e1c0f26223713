import type { Static } from 'typebox';
import type { Payment as PaymentSchema } from '../../../contract/payments/index.ts';
import { collection, type StoredDocument } from '../../../store/port.ts';
import type { ProviderFailure, ProviderFee, ProviderMethod, StartRequest } from '../payment-provider.ts';

/** A payment as it is answered. */
export type Payment = Static<typeof PaymentSchema>;
export type PaymentState = Payment['state'];

/**
 * What was asked of the provider and is not confirmed. It is written before the provider is called, so that after a
 * crash it is known what may have happened there, and finished with the same idempotency key.
 */
export type Wanted =
  | { readonly kind: 'start'; readonly key: string; readonly request: StartRequest }
  | {
      readonly kind: 'capture';
      readonly key: string;
      readonly amount: number;
      /** What was captured before: whether it happened is read off the provider's amounts. */
      readonly capturedBefore: number;
    }
  | { readonly kind: 'cancel'; readonly key: string; readonly reason: string };

/** Amounts are minor units of `currency`. */
export interface StoredPayment extends StoredDocument {
  readonly orderId: string | null;
  readonly cartId: string | null;
  readonly customerId: string | null;
  readonly provider: string;
  /** For `manual`: key of the config. */
  readonly methodKey: string | null;
  readonly method: ProviderMethod | null;
  readonly state: PaymentState;
  readonly currency: string;
  readonly amount: number;
  readonly authorized: number;
  readonly capturable: number;
  readonly captured: number;
  /** By refunds that succeeded. */
  readonly refunded: number;
  /** By refunds that are pending. */
  readonly refundPending: number;
  /** Taken by disputes that are open or lost. */
  readonly withdrawn: number;
  /** What the provider keeps of it, as it is in the books. */
  readonly fees: readonly ProviderFee[];
  readonly isCancelled: boolean;
  readonly redirectUrl: string | null;
  readonly failure: ProviderFailure | null;
  readonly providerReference: string | null;
  readonly aliases: readonly string[];
  readonly riskScore: number | null;
  readonly riskLevel: string | null;
  readonly capture: 'automatic' | 'manual';
  readonly expiresAt: string | null;
  readonly description: string | null;
  readonly wanted: Wanted | null;
  /** Keys of captures and cancellations that are confirmed: a retried request finds that it is done. */
  readonly done: readonly string[];
  /** Looks without success since the latest progress: the next one is the later, the more there were. */
  readonly attempts: number;
  /** When the clock looks at it again; null where nothing is open. */
  readonly dueAt: string | null;
}

export const payments = collection<StoredPayment, 'wanted' | 'method'>({
  name: 'payments',
  // Addresses and e-mails: of what is asked of the provider, and of who has paid.
  sealed: { wanted: true, method: true },
  indexes: {
    /** All, those of an order, of a cart, in a state, of a provider; by when they were started. */
    byCreated: {
      version: 1,
      columns: [
        { name: 'group', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ state, orderId, cartId, provider, createdAt }) => [
        ['*', createdAt],
        [`state:${state}`, createdAt],
        [`provider:${provider}`, createdAt],
        ...(orderId === null ? [] : [[`order:${orderId}`, createdAt]]),
        ...(cartId === null ? [] : [[`cart:${cartId}`, createdAt]]),
      ],
    },
    /** By what the provider calls it. */
    byReference: {
      version: 1,
      columns: [
        { name: 'provider', type: 'text' },
        { name: 'reference', type: 'text' },
      ],
      keys: ({ provider, providerReference, aliases }) =>
        [...new Set([...(providerReference === null ? [] : [providerReference]), ...aliases])].map(
          (reference) => [provider, reference],
        ),
    },
    byDue: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'dueAt', type: 'text' },
      ],
      keys: ({ dueAt }) => (dueAt === null ? [] : [[1, dueAt]]),
    },
  },
});
