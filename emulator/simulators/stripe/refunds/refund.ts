import { resource } from '../objects/resource.ts';

export type RefundReason = 'duplicate' | 'fraudulent' | 'requested_by_customer';

export interface Refund {
  readonly id: string;
  readonly object: 'refund';
  readonly amount: number;
  readonly balance_transaction: string | null;
  readonly charge: string;
  readonly created: number;
  readonly currency: string;
  readonly customer: string | null;
  readonly customer_account: null;
  readonly destination_details: {
    readonly type: 'card';
    readonly card: {
      readonly reference_status: 'pending' | 'available';
      readonly reference_type: 'acquirer_reference_number';
      readonly type: 'refund' | 'pending';
    };
  };
  readonly failure_balance_transaction?: string;
  readonly failure_reason?: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly payment_intent: string;
  readonly payment_method: string;
  readonly pending_reason?: 'processing';
  readonly reason: RefundReason | null;
  readonly receipt_number: null;
  readonly source_transfer_reversal: null;
  readonly status: 'pending' | 'succeeded' | 'failed' | 'canceled';
  readonly transfer_reversal: null;
}

export const refunds = resource<Refund>({
  type: 'refund',
  noun: 'refund',
  prefix: 're_3',
  listedBy: ['charge', 'payment_intent'],
  references: [
    'customer',
    'charge',
    'payment_intent',
    'balance_transaction',
    'payment_method',
    'failure_balance_transaction',
  ],
});
