import { resource } from '../objects/resource.ts';
import type { Shipping } from '../parameters/common.ts';
import type { BillingDetails } from '../payment-methods/payment-method.ts';

export interface Outcome {
  readonly advice_code: string | null;
  readonly network_advice_code: null;
  readonly network_decline_code: null;
  readonly network_status: 'approved_by_network' | 'declined_by_network' | 'not_sent_to_network';
  readonly reason: string | null;
  readonly risk_level: 'normal' | 'elevated' | 'highest';
  readonly risk_score: number;
  readonly seller_message: string;
  readonly type: 'authorized' | 'manual_review' | 'issuer_declined' | 'blocked';
}

export interface Charge {
  readonly id: string;
  readonly object: 'charge';
  readonly amount: number;
  readonly amount_captured: number;
  readonly amount_refunded: number;
  readonly application: null;
  readonly application_fee: null;
  readonly application_fee_amount: null;
  readonly balance_transaction: string | null;
  readonly billing_details: BillingDetails;
  readonly calculated_statement_descriptor: string | null;
  readonly captured: boolean;
  readonly created: number;
  readonly currency: string;
  readonly customer: string | null;
  readonly description: string | null;
  readonly disputed: boolean;
  readonly failure_balance_transaction: null;
  readonly failure_code: string | null;
  readonly failure_message: string | null;
  readonly fraud_details: object;
  readonly livemode: false;
  readonly metadata: Readonly<Record<string, string>>;
  readonly on_behalf_of: null;
  readonly outcome: Outcome;
  readonly paid: boolean;
  readonly payment_intent: string;
  readonly payment_method: string;
  readonly payment_method_details: { readonly type: 'card'; readonly card: object };
  readonly radar_options: object;
  readonly receipt_email: string | null;
  readonly receipt_number: null;
  readonly receipt_url: null;
  readonly refunded: boolean;
  readonly review: null;
  readonly shipping: Shipping | null;
  readonly source: null;
  readonly source_transfer: null;
  readonly statement_descriptor: string | null;
  readonly statement_descriptor_suffix: string | null;
  readonly status: 'succeeded' | 'failed';
  readonly transfer_data: null;
  readonly transfer_group: string | null;
}

export interface HiddenCharge {
  /** Name of the test card that was charged: what refunds and disputes do follows from it. */
  readonly behaviour: string;
}

export const charges = resource<Charge, HiddenCharge>({
  type: 'charge',
  noun: 'charge',
  prefix: 'ch_3',
  listedBy: ['customer', 'payment_intent', 'transfer_group'],
  references: ['customer', 'payment_intent', 'balance_transaction', 'payment_method'],
});
