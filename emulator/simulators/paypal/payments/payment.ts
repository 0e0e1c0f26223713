import { collection, type Index, type StoredDocument } from '../../../../runtime/store/port.ts';
import type { Money } from '../money/money.ts';

export interface ProcessorResponse {
  readonly avs_code: string;
  readonly cvv_code: string;
  readonly response_code: string;
}

interface Payment extends StoredDocument {
  readonly orderId: string;
  readonly referenceId: string;
  readonly amount: Money;
  readonly invoiceId?: string;
  readonly customId?: string;
  readonly processorResponse?: ProcessorResponse;
}

export interface Authorization extends Payment {
  readonly status: 'CREATED' | 'CAPTURED' | 'DENIED' | 'PARTIALLY_CAPTURED' | 'VOIDED';
  /** In the smallest unit. */
  readonly captured: number;
  readonly captureCount: number;
  /** When the first authorization of a chain was made: a reauthorization does not prolong what follows from it. */
  readonly authorizedAt: string;
  readonly isReauthorization: boolean;
}

export interface Capture extends Payment {
  readonly status: 'COMPLETED' | 'DECLINED' | 'PARTIALLY_REFUNDED' | 'REFUNDED';
  readonly authorizationId?: string;
  readonly isFinal: boolean;
  /** In the smallest unit, like `refunded`. */
  readonly fee: number;
  readonly refunded: number;
  readonly noteToPayer?: string;
  readonly softDescriptor?: string;
}

export interface Refund extends Payment {
  readonly captureId: string;
  /** Of the capture, this one included; in the smallest unit. */
  readonly totalRefunded: number;
  readonly noteToPayer?: string;
}

/** Under its order, in the order they were made. */
function byOrder(): Index<Payment> {
  return {
    version: 1,
    columns: [
      { name: 'orderId', type: 'text' },
      { name: 'createdAt', type: 'text' },
    ],
    keys: ({ orderId, createdAt }) => [[orderId, createdAt]],
  };
}

export const authorizations = collection<Authorization>({
  name: 'paypal_authorizations',
  indexes: { byOrder: byOrder() },
});

export const captures = collection<Capture>({
  name: 'paypal_captures',
  indexes: {
    byOrder: byOrder(),
    byInvoice: {
      version: 1,
      columns: [{ name: 'invoiceId', type: 'text' }],
      // A declined payment leaves its invoice open.
      keys: ({ invoiceId, status }) =>
        invoiceId === undefined || status === 'DECLINED' ? [] : [[invoiceId]],
    },
  },
});

export const refunds = collection<Refund>({ name: 'paypal_refunds', indexes: { byOrder: byOrder() } });
